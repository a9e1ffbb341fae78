using System.Text.Json;
using System.Text.Json.Serialization;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Durable.Queue;

/// <summary>What a start needs.</summary>
internal sealed record StartPayload(Dictionary<string, JsonElement>? Input, Stimulus? Stimulus)
{
    /// <summary>The trace of who asked, as W3C writes it; null: nobody traces.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }

    /// <summary>Who asked for it; null: no instance did.</summary>
    public ParentPayload? Parent { get; init; }
}

/// <summary>How a started instance is tied to the one that asked for it; <see cref="WorkflowInstance"/> says what the members mean.</summary>
internal sealed record ParentPayload(Guid InstanceId, string? Stimulus, int Depth)
{
    public static ParentPayload? Of(StartWorkflow start) =>
        start.ParentInstanceId is { } parent ? new ParentPayload(parent, start.ParentStimulus, start.Depth) : null;

    public void Apply(WorkflowInstance instance) => (instance.ParentInstanceId, instance.ParentStimulus, instance.Depth) = (InstanceId, Stimulus, Depth);
}

/// <summary>Which effect is to run or has run.</summary>
/// <param name="LedgerId">Its row in the ledger.</param>
/// <param name="WaiterId">Who waits for it: a <see cref="PendingEffect"/> of the instance.</param>
/// <param name="Version">Version of the activity's type.</param>
/// <param name="Policy">How it is tried; null: as the class says.</param>
internal sealed record EffectPayload(Guid LedgerId, Guid WaiterId, int Version = 1, Activities.EffectPolicy? Policy = null);

/// <summary>Which incident is to be retried or, with an outcome, skipped.</summary>
internal sealed record RetryPayload(Guid IncidentId)
{
    /// <summary>Who asked.</summary>
    public string? By { get; init; }

    /// <summary>The activity is not run again but taken as completed with it. Null: it is run again.</summary>
    public string? Outcome { get; init; }
}

/// <summary>What a person put into variables.</summary>
/// <param name="Values">By the variable's id.</param>
/// <param name="By">Who.</param>
internal sealed record VariablesPayload(Dictionary<string, JsonElement> Values, string By);

/// <summary>Payloads as the queue keeps them.</summary>
internal static class Payload
{
    public static string Write<T>(T payload) => JsonSerializer.Serialize(payload, WorkflowJson.Options);

    public static T Read<T>(WorkItem item) => JsonSerializer.Deserialize<T>(item.Payload ?? "null", WorkflowJson.Options)
        ?? throw new InvalidOperationException($"Queue row {item.Id} ({item.Kind}) was expected to have a payload.");
}
