using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Starts the published version of a workflow, in bursts of its own, when this burst is committed.</summary>
[Activity("Elsa.DispatchWorkflow", Category = "Composition", Description = "Starts another workflow as a new instance.")]
internal sealed class DispatchWorkflow : ChildWorkflowActivity
{
    [Output(Description = "The outputs of the workflow that was waited for.", KeepsTargetOnNull = true)]
    public object? Result { get; set; }

    protected override async ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
    {
        var child = await context.Burst.DispatchChildAsync(WorkflowDefinitionId, CorrelationId, Input, WaitForCompletion ? StimulusOf : null, ct);
        if (WaitForCompletion)
        {
            context.WaitFor(StimulusOf(child));
        }
        else
        {
            context.Complete();
        }
    }

    protected override void Record(ChildEnd end) => Result = end.Output;

    private static string StimulusOf(Guid child) => $"DispatchWorkflow:{child}";
}
