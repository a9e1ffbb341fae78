using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Waits for an event by name, or starts a workflow when one comes.</summary>
[Activity("Elsa.Event", Category = "Primitives", Description = "Waits for an event, or starts a workflow when it comes.", IsTrigger = true)]
internal sealed class Event : WaitActivity
{
    [Input(Description = "Name of the event; compared exactly.", IsRequired = true)]
    public string? EventName { get; set; }

    [Output(Description = "What came with the event.")]
    public object? Result { get; set; }

    protected override string? TriggerName => EventName;

    protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(EventName))
        {
            throw new InvalidOperationException("Expected the name of the event to wait for, got nothing. Set EventName.");
        }

        context.WaitFor(EventName);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        Result = PlainValue.From(stimulus.Payload);
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
