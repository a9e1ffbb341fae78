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

    /// <summary>Two tables: the second one reads what the first one puts out.</summary>
    public static string Chained(int seed, string hitPolicy)
    {
        var random = new Random(seed);
        string Rows(string name, int most, bool outputs, Func<string> then) =>
            string.Join(',', Enumerable.Range(0, random.Next(1, most)).Select(row => TestSets.Row($"{name}{row}", Part(random, outputs ? 2 : 3, outputs), then())));
        string Marks() => random.Next(3) switch { 0 => "", 1 => """, "marks": ["x"]""", _ => """, "marks": ["x", "y"]""" };
        return $$"""
            {
              "name": "test", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "first",
              "outputs": [{"name": "level", "type": "int"}, {"name": "marks", "type": "set", "values": ["x", "y", "z"]}, {"name": "result", "type": "int"}],
              {{(seed % 2 == 0 ? """ "defaults": {"level": 0}, """ : "")}}
              "tables": [
                {"name": "one", "rows": [{{TestSets.Row("always-written", """{"field": "name", "op": "eq", "value": "boris"}""", """{"level": 3, "marks": ["x"]}""")}}, {{Rows("a", 4, false, () => $$"""{"level": {{random.Next(3)}}{{Marks()}}}""")}}]},
                {"name": "two", "hitPolicy": "{{hitPolicy}}", "rows": [{{Rows("b", 6, true, () => $$"""{"result": {{random.Next(3)}}}""")}}]}
              ]
            }
            """;
    }

    private static string Part(Random random, int depth, bool outputs = false) => (depth > 3 ? 9 : random.Next(10)) switch
    {
        0 or 1 => $$"""{"any": [{{Parts(random, depth, outputs)}}]}""",
        2 or 3 or 4 => $$"""{"all": [{{Parts(random, depth, outputs)}}]}""",
        5 => $$"""{"not": {{Part(random, depth + 1, outputs)}}}""",
        _ => outputs && random.Next(2) == 0 ? AboutOutput(random) : Question(random),
    };

    private static string Parts(Random random, int depth, bool outputs) => string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Part(random, depth + 1, outputs)));

    private static string AboutOutput(Random random)
    {
        string Pick(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
        var question = random.Next(3) == 0
            ? CheckedDocuments.Ask("marks", Pick("hasAny", "hasAll", "hasNone"), Pick("""["x"]""", """["y"]""", """["x", "y"]""", """["z"]"""))
            : CheckedDocuments.Ask("level", Pick("eq", "ne", "lt", "gte"), $"{random.Next(4)}");
        return question.Replace("\"field\"", "\"output\"", StringComparison.Ordinal);
    }


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
