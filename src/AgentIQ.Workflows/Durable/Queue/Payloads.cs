using System.Text.Json;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Durable.Queue;

/// <summary>What a start needs.</summary>
internal sealed record StartPayload(Dictionary<string, JsonElement>? Input, Stimulus? Stimulus);

/// <summary>Which effect is to run or has run.</summary>
/// <param name="LedgerId">Its row in the ledger.</param>
/// <param name="WaiterId">Who waits for it: a <see cref="PendingEffect"/> of the instance.</param>
internal sealed record EffectPayload(Guid LedgerId, Guid WaiterId);

/// <summary>Which incident is to be retried.</summary>
internal sealed record RetryPayload(Guid IncidentId);

/// <summary>Payloads as the queue keeps them.</summary>
internal static class Payload
{
    public static string Write<T>(T payload) => JsonSerializer.Serialize(payload, WorkflowJson.Options);

    public static T Read<T>(WorkItem item) => JsonSerializer.Deserialize<T>(item.Payload ?? "null", WorkflowJson.Options)
        ?? throw new InvalidOperationException($"Queue row {item.Id} ({item.Kind}) was expected to have a payload.");
}
