using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Tests.Histories;

/// <summary>A recorded run of one instance: what came in, burst by burst, and everything that the interpreter made of it.</summary>
/// <param name="About">The way in one line.</param>
/// <param name="Definition">The definition's text as it ran: a file in the folder <c>definitions</c>.</param>
/// <param name="StandIns">The activity types that are not executed in a replay: their recorded results stand in for them.</param>
/// <param name="Bursts">In order.</param>
public sealed record History(string About, string Definition, SortedDictionary<string, StandIn> StandIns, List<HistoryBurst> Bursts)
{
    /// <summary>The definitions that it used as activities, as they were: files in the same folder. Null: none.</summary>
    public string[]? Uses { get; init; }

    private static readonly JsonSerializerOptions Options = new(WorkflowJson.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static History Read(string file) => JsonSerializer.Deserialize<History>(File.ReadAllText(file), Options)!;

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Options) + "\n");
}

/// <summary>An activity type as far as a replay must know it.</summary>
public sealed record StandIn(ActivityKind Kind, string[] Outcomes, string[] Inputs);

/// <summary>One burst.</summary>
/// <param name="At">Business time when it began.</param>
/// <param name="In">What set it off.</param>
/// <param name="Out">The journal that it wrote.</param>
/// <param name="Ends">Where the instance stood after it.</param>
public sealed record HistoryBurst(DateTimeOffset At, HistoryInput In, List<HistoryEvent> Out, string Ends);

/// <summary>What sets a burst off.</summary>
/// <param name="Kind">start, event, due, effect, retry or cancel.</param>
/// <param name="Execution">Number of the execution that it is for.</param>
/// <param name="Name">Name of an event.</param>
/// <param name="Payload">What came with the event or the start.</param>
public sealed record HistoryInput(string Kind, int? Execution = null, string? Name = null, JsonNode? Payload = null)
{
    public override string ToString() => string.Join(' ', new[] { Kind, Name, Execution is null ? null : $"#{Execution}" }.OfType<string>());
}

/// <summary>One entry of the journal.</summary>
public sealed record HistoryEvent(int Execution, string ActivityId, string Event)
{
    public string[]? Outcomes { get; init; }

    /// <summary>What a stand-in's inputs evaluated to when it started.</summary>
    public JsonObject? Inputs { get; init; }

    /// <summary>What a suspended activity waits for.</summary>
    public List<HistoryWait>? Waits { get; init; }

    public string? Message { get; init; }

    public override string ToString() =>
        $"#{Execution} {ActivityId} {Event}"
        + (Outcomes is null ? "" : $" ({string.Join(", ", Outcomes)})")
        + (Inputs is null ? "" : $" with {Inputs.ToJsonString()}")
        + (Waits is null ? "" : $" for {string.Join(", ", Waits)}")
        + (Message is null ? "" : $": {Message}");
}

/// <summary>A bookmark.</summary>
public sealed record HistoryWait(string Name, DateTimeOffset? Due, bool IsEvent)
{
    public override string ToString() => Due is { } due ? $"{Name} due {due:O}" : Name;
}
