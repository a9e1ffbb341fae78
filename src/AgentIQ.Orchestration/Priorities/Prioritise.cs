using AgentIQ.Interactions;
using AgentIQ.Orchestration.Clocks;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Rules;
using AgentIQ.Rules.Decisions;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Priorities;

/// <summary>
/// Asks the policies <c>priority</c> and then <c>sla</c>, and sets priority, deadlines and the flags that the rules raise. Deadlines are
/// measured from the interaction's clock start, in business hours where the policy says so, and the time in which the customer was waited for
/// is not counted. Both decisions are recorded, so that the page can say why.
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
            current => WithDeadlines(InteractionClock.Resume(current), sla.Outputs) with
            {
                Priority = EnumText<Priority>.Parse(priority.Outputs.Text("priority")!),
                ServiceCase = priority.Outputs.Text("case"),
                Flags = [.. current.Flags.Union(priority.Outputs.Set("raised_flags"))],
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

    /// <summary>The deadlines that the policy <c>sla</c> gives an interaction, and the clock that they are counted by.</summary>
    internal static Interaction WithDeadlines(Interaction interaction, DecisionOutputs sla)
    {
        var clock = ClockOf(sla);
        DateTimeOffset? After(string output) => sla.Integer(output) is { } minutes ? clock.Add(interaction.ClockStart, TimeSpan.FromMinutes(minutes)) : null;
        return interaction with
        {
            ServiceClock = clock.ToText(),
            FirstResponseDue = After("first_response_minutes"),
            EscalateAt = After("escalate_minutes"),
            HardDeadline = After("hard_deadline_minutes"),
        };
    }

    internal static ServiceClock ClockOf(DecisionOutputs sla) =>
        sla.Flag("business_hours") && sla.Duration("day_starts") is { } starts && sla.Duration("day_ends") is { } ends && sla.Text("time_zone") is { } zone
            ? ServiceClock.Of(new BusinessHours(starts, ends, zone, sla.Number("weekend_factor") ?? 1))
            : ServiceClock.AroundTheClock;
}
