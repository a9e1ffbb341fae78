using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>An activity of a definition that is compared.</summary>
internal sealed class OutlineActivity
{
    /// <summary>What pairs it with the other definition's: its id, with a number where the id is used again; empty for the root.</summary>
    public required string Key { get; init; }

    public required ActivityReference Reference { get; init; }

    public required JsonElement Json { get; init; }

    public required OutlineActivity? Parent { get; init; }

    /// <summary>Where it stands in its parent: <c>activities</c>, the name of a port, a case with its label.</summary>
    public required string Place { get; init; }

    /// <summary>In flow order.</summary>
    public List<OutlineActivity> Children { get; set; } = [];

    public bool IsFlowchart => Reference.Type == "Elsa.Flowchart";

    /// <summary>Activities in the order of the text count where they run one after the other.</summary>
    public bool RunsInOrder => Reference.Type == "Elsa.Sequence";

    /// <summary>Place on the canvas in whole units; null: none.</summary>
    public (decimal X, decimal Y)? Position =>
        Json.Get("metadata")?.Get("designer")?.Get("position") is { } position && Unit(position, "x") is { } x && Unit(position, "y") is { } y ? (x, y) : null;

    public IEnumerable<OutlineActivity> Inside => Children.SelectMany(c => c.Inside.Prepend(c));

    private static decimal? Unit(JsonElement position, string name) =>
        position.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) ? Math.Round(number) : null;
}

/// <summary>A connection of a flowchart.</summary>
internal sealed record OutlineConnection(string Flowchart, string Source, string Port, string Target, string TargetPort);
