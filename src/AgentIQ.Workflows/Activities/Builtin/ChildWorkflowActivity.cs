using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// What starts one other workflow, and may wait for its end. A faulted child does not fault this activity: an incident of this instance
/// names it.
/// </summary>
internal abstract class ChildWorkflowActivity : WaitActivity
{
    [Input(Description = "The workflow to start.", UIHint = UIHints.WorkflowDefinitionPicker)]
    public string? WorkflowDefinitionId { get; set; }

    [Input(Description = "What the new instance is about. Default: nothing.")]
    public string? CorrelationId { get; set; }

    [Input(Description = "Inputs by name.", UIHint = UIHints.Dictionary)]
    public IReadOnlyDictionary<string, object?>? Input { get; set; }

    [Input(Description = "Whether to wait for its end.")]
    public bool WaitForCompletion { get; set; }

    protected sealed override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        var end = stimulus.Read<ChildEnd>();
        if (end.SubStatus == WorkflowSubStatus.Faulted)
        {
            context.Burst.RaiseForChild(context.Execution, end);
        }

        Record(end);
        context.Complete();
        return ValueTask.CompletedTask;
    }

    /// <summary>Sets the outputs to what is known of a child that was waited for.</summary>
    protected abstract void Record(ChildEnd end);
}
