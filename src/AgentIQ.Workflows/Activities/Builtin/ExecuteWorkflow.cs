using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// Runs the published version of a workflow inside this instance's burst. A child that has to wait goes on by itself afterwards, and of
/// its end only the fact is reported here, as in Elsa.
/// </summary>
[Activity("Elsa.ExecuteWorkflow", Category = "Composition", Description = "Runs another workflow as a new instance.")]
internal sealed class ExecuteWorkflow : ChildWorkflowActivity
{
    [Output(Description = "WorkflowInstanceId, Status, SubStatus and Output of a workflow that did not have to wait.")]
    public object? Result { get; set; }

    protected override async ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
    {
        var child = await context.Burst.BeginChildAsync(WorkflowDefinitionId, CorrelationId, Input, ct);
        if (child.SubStatus == WorkflowSubStatus.Faulted)
        {
            context.Burst.RaiseForChild(context.Execution, child);
        }

        if (WaitForCompletion && child.Status != WorkflowStatus.Finished)
        {
            child.ParentStimulus = $"ExecuteWorkflow:{child.Id}";
            context.WaitFor(child.ParentStimulus);
            return;
        }

        Result = ChildResult.Of(child);
        context.Complete();
    }

    protected override void Record(ChildEnd end) => Result = ChildResult.Empty();
}
