using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Tests;

/// <summary>Small sets for tests: one field of every type, and as much of a document as a test cares about.</summary>
internal static class TestSets
{
    public static FactCatalogue Catalogue { get; } = new(
    [
        new FactField("text", FactType.Text),
        new FactField("name", FactType.String),
        new FactField("colour", FactType.Enum, "red", "green", "blue"),
        new FactField("count", FactType.Int) { Minimum = 0, Maximum = 100 },
        new FactField("share", FactType.Decimal),
        new FactField("ready", FactType.Bool),
        new FactField("tags", FactType.Set, "a", "b", "c"),
        new FactField("age", FactType.Duration),
        new FactField("seen", FactType.Instant),
    ]);

    public static DateTimeOffset Now { get; } = new(2030, 5, 17, 12, 0, 0, TimeSpan.Zero);

    public static FactValues Facts() => new(Catalogue, Now);

    public static CompiledRuleSet Compile(string json) => RuleSetCompiler.Compile(RuleSetDocument.Parse(json, "test.json"), Catalogue);

    /// <summary>A set with one table of free conditions; row i puts out its own id.</summary>
    public static CompiledRuleSet OfConditions(params string[] conditions) => Compile(Document(
        "collect",
        string.Join(',', conditions.Select((condition, index) => Row($"r{index}", condition, """{"hit": true}""")))));

    public static bool Holds(string condition, Action<FactValues> set)
    {
        var facts = Facts();
        set(facts);
        var decision = OfConditions(condition).Evaluate(facts);
        decision.Fault.ShouldBeNull();
        return decision.Outputs.Flag("hit");
    }

    public static string Row(string id, string condition, string then, int priority = 0) =>
        $$"""{"id": "{{id}}", "priority": {{priority}}, "description": {"ru": "р", "en": "r"}, "condition": {{condition}}, "then": {{then}}}""";

    public static string Document(string hitPolicy, string rows, string outputs = """{"name": "hit", "type": "bool"}""", string more = "") =>
        $$"""
        {
          "name": "test", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"},
          "hitPolicy": "{{hitPolicy}}", "outputs": [{{outputs}}], {{more}}
          "tables": [{"name": "only", "rows": [{{rows}}]}]
        }
        """;

    public static IReadOnlyList<RuleSetFault> FaultsOf(string json) => Should.Throw<RuleSetException>(() => Compile(json)).Faults;
}
