namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>Connections that came or went. Those of a flowchart that itself came or went have no lines.</summary>
internal static class ConnectionComparison
{
    private const string DefaultTargetPort = "In";

    public static IEnumerable<DefinitionChange> Compare(Outline before, Outline after, IReadOnlyList<string> order)
    {
        var places = order.Select((key, i) => (key, i)).ToDictionary(p => p.key, p => p.i, StringComparer.Ordinal);
        var removed = before.Connections.Except(after.Connections).Select(c => (Connection: c, Kind: ChangeKind.Removed, Outline: before));
        var added = after.Connections.Except(before.Connections).Select(c => (Connection: c, Kind: ChangeKind.Added, Outline: after));
        return removed.Concat(added)
            .Where(c => before.ByKey.ContainsKey(c.Connection.Flowchart) && after.ByKey.ContainsKey(c.Connection.Flowchart))
            .OrderBy(c => places.GetValueOrDefault(c.Connection.Source, int.MaxValue))
            .ThenBy(c => c.Connection.Source, StringComparer.Ordinal)
            .ThenBy(c => c.Connection.Port, StringComparer.Ordinal)
            .ThenBy(c => c.Connection.Target, StringComparer.Ordinal)
            .ThenBy(c => c.Kind)
            .Select(c => Change(c.Connection, c.Kind, c.Outline));
    }

    private static DefinitionChange Change(OutlineConnection connection, ChangeKind kind, Outline outline) => new(kind, ChangeSubject.Connection)
    {
        Activity = End(outline, connection.Flowchart, connection.Source),
        Target = End(outline, connection.Flowchart, connection.Target),
        Name = connection.Port,
        Aspect = connection.TargetPort == DefaultTargetPort ? null : connection.TargetPort,
    };

    /// <summary>A connection may lead to nothing: then the id is all that is known.</summary>
    private static ActivityReference End(Outline outline, string flowchart, string id) =>
        outline.ByKey[flowchart].Children.Find(c => c.Reference.Id == id)?.Reference ?? new ActivityReference(id, DisplayText: null, Name: null, Type: string.Empty);
}
