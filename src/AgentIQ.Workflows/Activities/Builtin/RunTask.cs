using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// Asks the host to have something done, by a person or a machine, and waits for the report: <see cref="IWorkflows.CompleteTaskAsync"/>.
/// The host hears of it in the burst's transaction, through <see cref="IWorkflowTaskObserver"/>, and can list what waits.
/// </summary>
[Activity("Elsa.RunTask", Category = "Primitives", DisplayName = "Run task", Description = "Has a task done by somebody and waits for the report.")]
internal sealed class RunTask : WaitActivity
{
    [Input(Description = "What is to be done.")]
    public string? TaskName { get; set; }

    [Input(Description = "What with.", UIHint = UIHints.Dictionary)]
    public IReadOnlyDictionary<string, object?>? Payload { get; set; }

    [Output(Description = "The task's id.")]
    public string? TaskId { get; set; }

    [Output(Description = "What was reported.")]
    public object? Result { get; set; }

    protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(TaskName))
        {
            throw new InvalidOperationException("Expected the name of the task to run, got nothing. Set TaskName.");
        }

        var task = new RequestedTask(context.Burst.NewId(), context.Execution, TaskName, PlainValue.From(Payload));
        context.Burst.NewTasks.Add(task);
        context.WaitFor(task.Stimulus);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        TaskId = stimulus.Name[(stimulus.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        Result = PlainValue.From(stimulus.Payload);
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
