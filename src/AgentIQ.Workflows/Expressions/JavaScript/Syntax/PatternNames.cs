namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <summary>The names that patterns declare.</summary>
internal static class PatternNames
{
    public static IEnumerable<Identifier> Of(IEnumerable<Node?> patterns) => patterns.SelectMany(Of);

    public static IEnumerable<Identifier> Of(Node? pattern) => pattern switch
    {
        Identifier name => [name],
        DefaultPattern given => Of(given.Target),
        RestElement rest => Of(rest.Target),
        ArrayPattern array => Of(array.Elements),
        ObjectPattern map => Of(map.Properties.Select(p => p.Value)).Concat(Of(map.Rest)),
        _ => [],
    };
}
