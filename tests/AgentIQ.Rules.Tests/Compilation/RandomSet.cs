using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Tests.Compilation;

/// <summary>Sound random documents and facts from a seed.</summary>
internal sealed class RandomSet(int seed)
{
    private static readonly string[] Texts = ["", "посуда разбилась", "пойду в суд", "бот ответил, верните деньги!", "всё хорошо", "\u200bс у д \ud83d\ude00"];
    private static readonly string[] Phrases = ["суд", "бот", "деньги", "вернуть [..2] деньги", "посуда"];
    private readonly Random _random = new(seed);

    public string Document(string hitPolicy, int rows) => TestSets.Document(
        hitPolicy,
        string.Join(',', Enumerable.Range(0, rows).Select(row => TestSets.Row($"r{row}", $$"""{"all": [{{Many(() => Part(1), 4)}}]}""", $$"""{"level": {{_random.Next(3)}}, "marks": [{{Many(() => $"\"{"xyz"[_random.Next(3)]}\"", 2)}}]}""", _random.Next(-1, 2)))),
        """{"name": "level", "type": "int", "merge": "max"}, {"name": "marks", "type": "set", "values": ["x", "y", "z"], "merge": "union"}""");

    public FactValues Facts()
    {
        var facts = TestSets.Facts();
        Maybe(() => facts.Set("text", Pick(Texts)));
        Maybe(() => facts.Set("name", Pick("anna", "boris", "vera")));
        Maybe(() => facts.Set("colour", Pick("red", "green", "blue", "pink")));
        Maybe(() => facts.Set("count", _random.Next(-2, 12)));
        Maybe(() => facts.Set("share", _random.Next(0, 5) / 4m));
        Maybe(() => facts.Set("ready", _random.Next(2) == 0));
        Maybe(() => facts.Set("tags", new[] { "a", "b", "c", "d" }.Where(_ => _random.Next(2) == 0)));
        Maybe(() => facts.Set("age", TimeSpan.FromHours(_random.Next(0, 4))));
        Maybe(() => facts.Set("seen", TestSets.Now.AddHours(_random.Next(-72, 12))));
        return facts;
    }

    private string Part(int depth) => depth > 3 ? Question() : _random.Next(8) switch
    {
        0 => $$"""{"any": [{{Many(() => Part(depth + 1), 3)}}]}""",
        1 => $$"""{"all": [{{Many(() => Part(depth + 1), 3)}}]}""",
        2 => $$"""{"not": {{Part(depth + 1)}}}""",
        _ => Question(),
    };

    private string Question()
    {
        var count = _random.Next(0, 10);
        return _random.Next(12) switch
        {
            0 => Ask("text", "containsAny", $"[{Many(() => $"\"{Pick(Phrases)}\"", 3)}]"),
            1 => Ask("text", "matches", "\"[!-]\""),
            2 => Ask("name", Pick("in", "notIn"), $"[{Many(() => Pick("\"anna\"", "\"boris\""), 2)}]"),
            3 => Ask("colour", Pick("eq", "ne"), Pick("\"red\"", "\"blue\"")),
            4 => Ask("colour", Pick("in", "notIn"), Pick("[\"red\", \"green\"]", "[\"blue\"]")),
            5 => Ask("count", Pick("eq", "ne", "lt", "lte", "gt", "gte"), count.ToString()),
            6 => Ask("count", "between", $"[{count}, {count + 3}]"),
            7 => Ask("share", Pick("lt", "gte"), "0.5"),
            8 => Ask("ready", Pick("eq", "ne"), "true"),
            9 => Ask("tags", Pick("hasAny", "hasAll", "hasNone"), Pick("[\"a\"]", "[\"a\", \"c\"]")),
            10 => Ask("seen", "within", Pick("\"1d\"", "\"48h\"")),
            _ => Ask(Pick("count", "colour", "name", "text", "tags", "age"), "isKnown", Pick("true", "false")),
        };
    }

    private static string Ask(string field, string op, string value) => $$"""{"field": "{{field}}", "op": "{{op}}", "value": {{value}}}""";

    private string Many(Func<string> make, int most) => string.Join(',', Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => make()));

    private string Pick(params ReadOnlySpan<string> choices) => choices[_random.Next(choices.Length)];

    private void Maybe(Action set)
    {
        if (_random.Next(4) > 0)
        {
            set();
        }
    }
}
