using AgentIQ.Interactions;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Assignment;

/// <summary>
/// Gives an interaction that nobody has to the person that the definition names, else to whom the <c>routing</c> policy says. When that is
/// nobody, it stands in the common queue, where anybody takes it.
/// </summary>
[Activity("AgentIQ.Assign", Category = "Orchestration", DisplayName = "Assign", Description = "Gives the interaction to a person of the team. Nobody chosen: as the routing rules say; else it waits in the common queue.")]
[Outcome("Done")]
public sealed class Assign(Assignments assignments) : StepActivity
{
    /// <summary>The person's id.</summary>
    [Input(Choices = AssigneeChoices.Assignees, Description = "Who gets it. A person who has left the team since counts as nobody chosen.")]
    public string? Operator { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        await assignments.AssignByWorkflowAsync(
            context.Scope, InteractionCorrelation.IdOf(context.CorrelationId), Guid.TryParse(Operator, out var wanted) ? wanted : null, context.Now, ct);
        context.Complete("Done");
    }
}
