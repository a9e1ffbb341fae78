using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>
/// A catalogue so small that every situation can be tried, random sets over it, and what a naive look at all situations says
/// about them.
/// </summary>
internal static class SmallWorld
{
    public static FactCatalogue Catalogue { get; } = new(
    [
        new FactField("colour", FactType.Enum, "red", "green", "blue"),
        new FactField("count", FactType.Int) { Minimum = 0, Maximum = 4, Nullable = true },
        new FactField("ready", FactType.Bool),
        new FactField("tags", FactType.Set, "a", "b"),
        new FactField("name", FactType.String),
    ]);

    /// <summary>Every situation: 4 colours, 6 counts, 3 answers, 5 sets and 4 names, "unknown" among each.</summary>
    public static IReadOnlyList<FactValues> Everything { get; } =
    [
        .. from colour in new[] { null, "red", "green", "blue" }
           from count in new long?[] { null, 0, 1, 2, 3, 4 }
           from ready in new bool?[] { null, false, true }
           from tags in new string[]?[] { null, [], ["a"], ["b"], ["a", "b"] }
           from name in new[] { null, "anna", "boris", "somebody" }
           select new FactValues(Catalogue).Set("colour", colour).Set("count", count).Set("ready", ready).Set("tags", tags).Set("name", name),
    ];

    public static string Document(int seed, string hitPolicy)
    {
        var random = new Random(seed);
        var rows = random.Next(1, 9);
        return TestSets.Document(
            hitPolicy,
            string.Join(',', Enumerable.Range(0, rows).Select(row => TestSets.Row($"r{row}", Part(random, 1), $$"""{"level": {{random.Next(3)}}}""", random.Next(4) == 0 ? 1 : 0))),
            """{"name": "level", "type": "int"}""");
    }

    private static string Part(Random random, int depth) => (depth > 3 ? 9 : random.Next(10)) switch
    {
        0 or 1 => $$"""{"any": [{{Parts(random, depth)}}]}""",
        2 or 3 or 4 => $$"""{"all": [{{Parts(random, depth)}}]}""",
        5 => $$"""{"not": {{Part(random, depth + 1)}}}""",
        _ => Question(random),
    };

    private static string Parts(Random random, int depth) => string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Part(random, depth + 1)));

    private static string Question(Random random)
    {
        string Pick(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
        var field = Pick("colour", "colour", "count", "count", "ready", "tags", "name");
        return random.Next(12) == 0 ? CheckedDocuments.Ask(field, "isKnown", Pick("true", "false")) : field switch
        {
            "colour" => CheckedDocuments.Ask(field, Pick("in", "notIn"), Pick("""["red"]""", """["green"]""", """["red", "blue"]""", """["green", "blue"]""", """["red", "green", "blue"]""")),
            "count" => CheckedDocuments.Ask(field, Pick("eq", "ne", "lt", "lte", "gt", "gte"), $"{random.Next(5)}"),
            "ready" => CheckedDocuments.Ask(field, Pick("eq", "ne"), Pick("true", "false")),
            "tags" => CheckedDocuments.Ask(field, Pick("hasAny", "hasAll", "hasNone"), Pick("""["a"]""", """["b"]""", """["a", "b"]""")),
            _ => CheckedDocuments.Ask(field, Pick("in", "notIn"), Pick("""["anna"]""", """["anna", "boris"]""")),
        };
    }
}
