using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking;

/// <summary>One thing that checking a set found.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Set">The set's name.</param>
/// <param name="Path">Its place in the document as a JSON path.</param>
/// <param name="Message">What was found, and what to do.</param>
public sealed record PolicyFinding(FindingKind Kind, FindingSeverity Severity, string Set, string Path, LocalizedText Message)
{
    /// <summary>The table, or null when it is about the whole set.</summary>
    public string? Table { get; init; }

    /// <summary>The row's id, or null when it is about no single row.</summary>
    public string? Row { get; init; }

    /// <summary>The column's id when it is about one cell, else null.</summary>
    public string? Cell { get; init; }

    /// <summary>Other rows that it is about: those that cover, repeat or contradict this one.</summary>
    public IReadOnlyList<string> OtherRows { get; init; } = [];

    /// <summary>Facts that show it, as a JSON object that can be evaluated; null where there is no example.</summary>
    public string? Example { get; init; }

    /// <summary>The moment at which the example is as it is said to be; null when it does not depend on the time.</summary>
    public DateTimeOffset? ExampleNow { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Set}: {Path}: {Severity.ToString().ToLowerInvariant()}: {Message.En}";
}
