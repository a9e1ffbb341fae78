using System.Text.Json.Nodes;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// Runs the published version of a workflow inside this instance's burst. A child that has to wait goes on by itself afterwards. A
/// faulted child does not fault this activity: the result says so, and an incident of this instance names it.
/// </summary>
[Activity("Elsa.ExecuteWorkflow", Category = "Composition", Description = "Runs another workflow as a new instance.")]
internal sealed class ExecuteWorkflow : WaitActivity
{
    [Input(Description = "The workflow to run.", UIHint = UIHints.WorkflowDefinitionPicker)]
    public string? WorkflowDefinitionId { get; set; }

    [Input(Description = "What the new instance is about. Default: nothing.")]
    public string? CorrelationId { get; set; }

    [Input(Description = "Inputs by name.", UIHint = UIHints.Dictionary, DefaultSyntax = "Object")]
    public IReadOnlyDictionary<string, object?>? Input { get; set; }

    [Input(Description = "Whether to wait for its end when it cannot end at once.")]
    public bool WaitForCompletion { get; set; }

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

    protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        var end = stimulus.Read<ChildEnd>();
        if (end.SubStatus == WorkflowSubStatus.Faulted)
        {
            context.Burst.RaiseForChild(context.Execution, end);
        }

        Result = ChildResult.Empty();
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
