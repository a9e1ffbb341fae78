namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>An activity as people and pages name it.</summary>
/// <param name="Id">Its id in the definition.</param>
/// <param name="DisplayText">What its author wrote on it; null: nothing.</param>
/// <param name="Name">Its technical name; null: none.</param>
/// <param name="Type">Its type, whether this installation knows it or not.</param>
public sealed record ActivityReference(string Id, string? DisplayText, string? Name, string Type)
{
    /// <summary>Every activity of a definition by its id; the outermost where an id is used twice. Empty when the text is no definition.</summary>
    /// <param name="json">The definition.</param>
    public static IReadOnlyDictionary<string, ActivityReference> AllOf(string json) =>
        Outline.TryRead(json)?.Activities.GroupBy(a => a.Reference.Id).ToDictionary(g => g.Key, g => g.First().Reference, StringComparer.Ordinal)
        ?? [];
}
