using AgentIQ.Interactions;
using AgentIQ.Orchestration.Lifecycle;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Assignment;

/// <summary>
/// Gives an interaction to the person that the definition names, else to the seller's operator when there is exactly one.
/// Otherwise nobody is named: it stands in the common queue, where anybody takes it.
/// </summary>
[Activity("AgentIQ.Assign", Category = "Orchestration", DisplayName = "Assign", Description = "Gives the interaction to a person of the team. Nobody chosen: to the only operator; with several it waits in the common queue.")]
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
