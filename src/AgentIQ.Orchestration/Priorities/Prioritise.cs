using AgentIQ.Interactions;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Orchestration.Lifecycle;
using AgentIQ.Rules;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Priorities;

/// <summary>
/// Asks the policies <c>priority</c> and then <c>sla</c>, and sets priority and deadlines. Deadlines are measured
/// from the interaction's clock start; both decisions are recorded, so that the page can say why.
/// </summary>
[Activity("AgentIQ.Prioritise", Category = "Orchestration", DisplayName = "Prioritise", Description = "Sets priority and deadlines by the rules priority and sla.")]
[Outcome("Done")]
public sealed class Prioritise(
    InteractionStore interactions, InteractionEvents events, InteractionFacts interactionFacts, IPolicies policies, IDecisionLog decisions) : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var interaction = await interactions.GetAsync(context.Scope, InteractionCorrelation.IdOf(context.CorrelationId), ct);
        var facts = await interactionFacts.OfAsync(context.Scope, interaction, context.Now, ct);

        var priority = policies.Current(context.TenantId, "priority").Evaluate(facts);
        await decisions.AppendAsync(context.Scope, priority, interaction.Id, "priority", context.Now, ct);
        facts.Take(priority);
        var sla = policies.Current(context.TenantId, "sla").Evaluate(facts);
        await decisions.AppendAsync(context.Scope, sla, interaction.Id, "sla", context.Now, ct);

        var after = await interactions.UpdateAsync(
            context.Scope,
            interaction.Id,
            current => current with
            {
                Priority = EnumText<Priority>.Parse(priority.Outputs.Text("priority")!),
                FirstResponseDue = Minutes(current, sla.Outputs.Integer("first_response_minutes")),
                EscalateAt = Minutes(current, sla.Outputs.Integer("escalate_minutes")),
                HardDeadline = Minutes(current, sla.Outputs.Integer("hard_deadline_minutes")),
                EscalationCheckedAt = null,
            },
            ct);
        await events.AppendAsync(
            context.Scope,
            interaction.Id,
            InteractionEventTypes.Prioritised,
            Actors.System,
            context.Now,
            new { Priority = EnumText<Priority>.Of(after.Priority), after.FirstResponseDue, after.EscalateAt, after.HardDeadline },
            ct);
        context.Complete("Done");
    }

    private static DateTimeOffset? Minutes(Interaction interaction, int? minutes) =>
        minutes is { } value ? interaction.ClockStart.AddMinutes(value) : null;
}
