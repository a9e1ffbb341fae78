using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// Starts the published version of a workflow, in bursts of its own, when this burst is committed. A faulted child does not fault this
/// activity; where it waits, an incident of this instance names the child.
/// </summary>
[Activity("Elsa.DispatchWorkflow", Category = "Composition", Description = "Starts another workflow as a new instance.")]
internal sealed class DispatchWorkflow : WaitActivity
{
    [Input(Description = "The workflow to start.", UIHint = UIHints.WorkflowDefinitionPicker)]
    public string? WorkflowDefinitionId { get; set; }

    [Input(Description = "What the new instance is about. Default: nothing.")]
    public string? CorrelationId { get; set; }

    [Input(Description = "Inputs by name.", UIHint = UIHints.Dictionary, DefaultSyntax = "Object")]
    public IReadOnlyDictionary<string, object?>? Input { get; set; }

    [Input(Description = "Whether to wait for its end.")]
    public bool WaitForCompletion { get; set; }

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

    protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        var end = stimulus.Read<ChildEnd>();
        if (end.SubStatus == WorkflowSubStatus.Faulted)
        {
            context.Burst.RaiseForChild(context.Execution, end);
        }

        Result = end.Output;
        context.Complete();
        return ValueTask.CompletedTask;
    }

    private static string StimulusOf(Guid child) => $"DispatchWorkflow:{child}";
}
