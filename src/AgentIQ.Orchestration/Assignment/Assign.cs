using AgentIQ.Interactions;
using AgentIQ.Orchestration.Lifecycle;
using AgentIQ.Orchestration.Team;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Assignment;

/// <summary>
/// Gives an interaction to the seller's operator when there is exactly one. With none or several nobody is named:
/// it stands in the common queue, where anybody takes it.
/// </summary>
[Activity("AgentIQ.Assign", Category = "Orchestration", DisplayName = "Assign", Description = "Gives it to the one operator; with several it waits in the common queue.")]
[Outcome("Done")]
public sealed class Assign(UserStore users, Assignments assignments, InteractionStore interactions) : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var interaction = await interactions.GetAsync(context.Scope, InteractionCorrelation.IdOf(context.CorrelationId), ct);
        var operators = (await users.ListAsync(context.Scope, ct)).Where(user => user.Role == TeamRole.Operator).Take(2).ToList();
        if (operators is [var only] && interaction.AssigneeId is null)
        {
            await assignments.AssignAsync(context.Scope, interaction.Id, only.Id, Actors.System, context.Now, ct);
        }

        context.Complete("Done");
    }
}
