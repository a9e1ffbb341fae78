using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Tests.Conditions;

/// <summary>Every operator against a value that satisfies it, one that does not, and no value.</summary>
public sealed class OperatorTests
{
    private static readonly Dictionary<string, Action<FactValues>> Values = new(StringComparer.Ordinal)
    {
        ["count 5"] = facts => facts.Set("count", 5),
        ["count 0"] = facts => facts.Set("count", 0),
        ["count 100"] = facts => facts.Set("count", 100),
        ["share 0.5"] = facts => facts.Set("share", 0.5m),
        ["share 0.500001"] = facts => facts.Set("share", 0.500001m),
        ["red"] = facts => facts.Set("colour", "red"),
        ["blue"] = facts => facts.Set("colour", "blue"),
        ["anna"] = facts => facts.Set("name", "anna"),
        ["Anna"] = facts => facts.Set("name", "Anna"),
        ["ready"] = facts => facts.Set("ready", true),
        ["not ready"] = facts => facts.Set("ready", false),
        ["no tags"] = facts => facts.Set("tags", []),
        ["a"] = facts => facts.Set("tags", ["a"]),
        ["ab"] = facts => facts.Set("tags", ["a", "b"]),
        ["c"] = facts => facts.Set("tags", ["c"]),
        ["an hour"] = facts => facts.Set("age", TimeSpan.FromHours(1)),
        ["a day"] = facts => facts.Set("age", TimeSpan.FromDays(1)),
        ["seen today"] = facts => facts.Set("seen", TestSets.Now.AddHours(-3)),
        ["seen a week ago"] = facts => facts.Set("seen", TestSets.Now.AddDays(-7)),
        ["seen tomorrow"] = facts => facts.Set("seen", TestSets.Now.AddDays(1)),
        ["посуда"] = facts => facts.Set("text", "Посуда пришла целой, судя по всему"),
        ["суд"] = facts => facts.Set("text", "Встретимся в суде! Телефон 8 900 123-45-67"),
        ["empty text"] = facts => facts.Set("text", ""),
    };

    public static TheoryData<string, string, string, bool> Cases => new()
    {
        { "count", """ "op": "eq", "value": 5 """, "count 5", true },
        { "count", """ "op": "eq", "value": 5 """, "count 0", false },
        { "count", """ "op": "ne", "value": 5 """, "count 0", true },
        { "count", """ "op": "ne", "value": 5 """, "count 5", false },
        { "count", """ "op": "in", "value": [1, 5] """, "count 5", true },
        { "count", """ "op": "in", "value": [1, 5] """, "count 0", false },
        { "count", """ "op": "notIn", "value": [1, 5] """, "count 0", true },
        { "count", """ "op": "notIn", "value": [1, 5] """, "count 5", false },
        { "count", """ "op": "lt", "value": 5 """, "count 0", true },
        { "count", """ "op": "lt", "value": 5 """, "count 5", false },
        { "count", """ "op": "lte", "value": 5 """, "count 5", true },
        { "count", """ "op": "lte", "value": 5 """, "count 100", false },
        { "count", """ "op": "gt", "value": 5 """, "count 100", true },
        { "count", """ "op": "gt", "value": 5 """, "count 5", false },
        { "count", """ "op": "gte", "value": 5 """, "count 5", true },
        { "count", """ "op": "gte", "value": 5 """, "count 0", false },
        { "count", """ "op": "between", "value": [5, 100] """, "count 5", true },
        { "count", """ "op": "between", "value": [5, 100] """, "count 100", true },
        { "count", """ "op": "between", "value": [5, 100] """, "count 0", false },
        { "share", """ "op": "eq", "value": 0.5 """, "share 0.5", true },
        { "share", """ "op": "gt", "value": 0.5 """, "share 0.5", false },
        { "share", """ "op": "gt", "value": 0.5 """, "share 0.500001", true },
        { "share", """ "op": "lte", "value": 0.5 """, "share 0.500001", false },
        { "colour", """ "op": "eq", "value": "red" """, "red", true },
        { "colour", """ "op": "eq", "value": "red" """, "blue", false },
        { "colour", """ "op": "ne", "value": "red" """, "blue", true },
        { "colour", """ "op": "in", "value": ["red", "green"] """, "red", true },
        { "colour", """ "op": "in", "value": ["red", "green"] """, "blue", false },
        { "colour", """ "op": "notIn", "value": ["red", "green"] """, "blue", true },
        { "colour", """ "op": "notIn", "value": ["red", "green"] """, "red", false },
        { "name", """ "op": "eq", "value": "anna" """, "anna", true },
        { "name", """ "op": "eq", "value": "anna" """, "Anna", false },
        { "name", """ "op": "ne", "value": "anna" """, "Anna", true },
        { "name", """ "op": "in", "value": ["anna", "boris"] """, "anna", true },
        { "name", """ "op": "notIn", "value": ["anna", "boris"] """, "anna", false },
        { "ready", """ "op": "eq", "value": true """, "ready", true },
        { "ready", """ "op": "eq", "value": true """, "not ready", false },
        { "ready", """ "op": "ne", "value": true """, "not ready", true },
        { "tags", """ "op": "has", "value": "a" """, "ab", true },
        { "tags", """ "op": "has", "value": "a" """, "c", false },
        { "tags", """ "op": "hasAny", "value": ["a", "b"] """, "a", true },
        { "tags", """ "op": "hasAny", "value": ["a", "b"] """, "no tags", false },
        { "tags", """ "op": "hasAll", "value": ["a", "b"] """, "ab", true },
        { "tags", """ "op": "hasAll", "value": ["a", "b"] """, "a", false },
        { "tags", """ "op": "hasNone", "value": ["a", "b"] """, "c", true },
        { "tags", """ "op": "hasNone", "value": ["a", "b"] """, "no tags", true },
        { "tags", """ "op": "hasNone", "value": ["a", "b"] """, "ab", false },
        { "age", """ "op": "lt", "value": "12h" """, "an hour", true },
        { "age", """ "op": "lt", "value": "PT12H" """, "a day", false },
        { "age", """ "op": "between", "value": ["60m", "1d"] """, "an hour", true },
        { "seen", """ "op": "lt", "value": "2030-05-17T00:00:00+00:00" """, "seen a week ago", true },
        { "seen", """ "op": "lt", "value": "2030-05-17T00:00:00+00:00" """, "seen today", false },
        { "seen", """ "op": "within", "value": "1d" """, "seen today", true },
        { "seen", """ "op": "within", "value": "7d" """, "seen a week ago", true },
        { "seen", """ "op": "within", "value": "6d" """, "seen a week ago", false },
        { "seen", """ "op": "within", "value": "7d" """, "seen tomorrow", false },
        { "text", """ "op": "contains", "value": "суд" """, "суд", true },
        { "text", """ "op": "contains", "value": "суд" """, "посуда", false },
        { "text", """ "op": "containsAny", "value": ["посуда", "чашка"] """, "посуда", true },
        { "text", """ "op": "containsAny", "value": ["чашка", "суд"] """, "посуда", false },
        { "text", """ "op": "containsAny", "value": ["чашка", "суд"] """, "empty text", false },
        { "text", """ "op": "matches", "value": "\\d{3}-\\d\\d-\\d\\d" """, "суд", true },
        { "text", """ "op": "matches", "value": "\\d{3}-\\d\\d-\\d\\d" """, "посуда", false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_known_value_answers_yes_or_no(string field, string question, string value, bool expected)
    {
        var condition = $$"""{"field": "{{field}}", {{question}}}""";
        TestSets.Holds(condition, Values[value]).ShouldBe(expected);
        TestSets.Holds($$"""{"not": {{condition}}}""", Values[value]).ShouldBe(!expected);

        // Inside an "any" the index cannot answer, so the closure does.
        TestSets.Holds($$"""{"any": [{{condition}}]}""", Values[value]).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_unknown_value_answers_neither_yes_nor_no(string field, string question, string value, bool expected)
    {
        _ = (value, expected);
        var condition = $$"""{"field": "{{field}}", {{question}}}""";
        TestSets.Holds(condition, _ => { }).ShouldBeFalse();
        TestSets.Holds($$"""{"not": {{condition}}}""", _ => { }).ShouldBeFalse();
        TestSets.Holds($$"""{"any": [{{condition}}]}""", _ => { }).ShouldBeFalse();
        TestSets.OfConditions(condition).Evaluate(TestSets.Facts()).Unknown.ShouldBe([field]);
    }

    [Theory]
    [InlineData("text", "суд")]
    [InlineData("text", "empty text")]
    [InlineData("name", "anna")]
    [InlineData("colour", "red")]
    [InlineData("count", "count 0")]
    [InlineData("share", "share 0.5")]
    [InlineData("ready", "not ready")]
    [InlineData("tags", "no tags")]
    [InlineData("age", "a day")]
    [InlineData("seen", "seen today")]
    public void Is_known_is_never_unknown(string field, string value)
    {
        foreach (var (expected, set) in new[] { (true, Values[value]), (false, _ => { }) })
        {
            TestSets.Holds($$"""{"field": "{{field}}", "op": "isKnown", "value": true}""", set).ShouldBe(expected);
            TestSets.Holds($$"""{"field": "{{field}}", "op": "isKnown", "value": false}""", set).ShouldBe(!expected);
        }
    }

    [Fact]
    public void Within_is_unknown_without_a_moment_of_evaluation()
    {
        var facts = new FactValues(TestSets.Catalogue).Set("seen", TestSets.Now);
        TestSets.OfConditions("""{"not": {"field": "seen", "op": "within", "value": "1d"}}""").Evaluate(facts).Outputs.Flag("hit").ShouldBeFalse();
    }
}
