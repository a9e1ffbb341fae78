using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentIQ.Workflows;

/// <summary>
/// Something that happened outside an instance and that a bookmark may wait for: an event by name, or a due time.
/// With a <see cref="CorrelationId"/> it waits until an instance of that correlation waits for it;
/// without one it is a broadcast to whoever waits at that moment.
/// </summary>
/// <param name="Name">Name of the event. Compared exactly.</param>
/// <param name="CorrelationId">The correlation it is for; for AgentIQ the interaction's id. Null: a broadcast.</param>
/// <param name="Payload">What came with it, or null.</param>
public sealed record Stimulus(string Name, string? CorrelationId = null, JsonElement? Payload = null)
{
    /// <summary>Limits the stimulus to one instance. Null: every instance of the correlation.</summary>
    public Guid? InstanceId { get; init; }

    /// <summary>
    /// Which world it belongs to: true trial runs only, false all others only. Null: whoever the correlation or the instance names, and
    /// without either, or where it starts something, no trial run. What instances send always stays in their own world. Default null.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Sandbox { get; init; }

    /// <summary>True when the bookmark's due time passed; <see cref="Name"/> is then the bookmark's name and there is no payload.</summary>
    public bool IsDue { get; init; }

    /// <summary>The trace of who sent it, as W3C writes it; null: nobody traces.</summary>
    [JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal string? TraceParent { get; init; }

    /// <summary>Builds a stimulus with a payload written as the engine writes JSON (camelCase, Cyrillic unescaped).</summary>
    public static Stimulus Of<T>(string name, string? correlationId, T payload) =>
        new(name, correlationId, JsonSerializer.SerializeToElement(payload, WorkflowJson.Options));

    /// <summary>Reads the payload.</summary>
    /// <exception cref="InvalidOperationException">There is no payload.</exception>
    /// <exception cref="JsonException">The payload has another shape.</exception>
    public T Read<T>() => Payload is { } payload
        ? payload.Deserialize<T>(WorkflowJson.Options)!
        : throw new InvalidOperationException($"Stimulus '{Name}' was expected to carry a {typeof(T).Name}, but it has no payload.");
}
