using System.Text.Json;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Sends an event when the burst is committed.</summary>
[Activity("Elsa.PublishEvent", Category = "Primitives", DisplayName = "Publish event", Description = "Sends an event to whoever waits for it.")]
internal sealed class PublishEvent : StepActivity
{
    [Input(Description = "Name of the event.")]
    public string? EventName { get; set; }

    [Input(Description = "Only for instances of this correlation. Default: everybody who waits.")]
    public string? CorrelationId { get; set; }

    [Input(Description = "Only for this instance.")]
    public bool IsLocalEvent { get; set; }

    [Input(Description = "What comes with it.")]
    public object? Payload { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(EventName))
        {
            throw new InvalidOperationException("Expected the name of the event to publish, got nothing. Set EventName.");
        }

        var payload = Payload is null ? (JsonElement?)null : JsonSerializer.SerializeToElement(PlainValue.ToNode(Payload), WorkflowJson.Options);
        context.Signal(new Stimulus(EventName, CorrelationId, payload) { InstanceId = IsLocalEvent ? context.InstanceId : null });
        return ValueTask.CompletedTask;
    }
}
