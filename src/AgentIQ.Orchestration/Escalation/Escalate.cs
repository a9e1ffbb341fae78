using AgentIQ.Interactions;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Rules;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Escalation;

/// <summary>
/// Asks the <c>escalation</c> policy about an interaction that waits for its first answer, and raises its level when
/// the policy says so. Each level is reached at most once. Whom the policy names is kept with the interaction, so that the inbox says whose it is now.
/// </summary>
[Activity("AgentIQ.Escalate", Category = "Orchestration", DisplayName = "Escalate", Description = "Raises the level of what waits too long, as the escalation rules say.")]
[Outcome("Done")]
public sealed class Escalate(
    InteractionStore interactions, InteractionEvents events, InteractionFacts interactionFacts, IPolicies policies, IDecisionLog decisions) : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var interaction = await interactions.GetAsync(context.Scope, InteractionCorrelation.IdOf(context.CorrelationId), ct);
        var facts = await interactionFacts.OfAsync(context.Scope, interaction, context.Now, ct);
        var decision = policies.Current(context.TenantId, EscalationWatch.PolicySet).Evaluate(facts);
        await decisions.AppendAsync(context.Scope, decision, interaction.Id, EscalationWatch.PolicySet, context.Now, ct);

        var level = EscalationWatch.LevelOf(decision);
        if (level > interaction.EscalationLevel)
        {
            var whom = decision.Outputs.Text("whom");
            await interactions.UpdateAsync(
                context.Scope, interaction.Id, current => current with { EscalationLevel = Math.Max(level, current.EscalationLevel), EscalatedTo = whom }, ct);
            await events.AppendAsync(
                context.Scope, interaction.Id, InteractionEventTypes.Escalated, Actors.System, context.Now, new { Level = level, Whom = whom }, ct);
        }

        context.Complete("Done");
    }
}
