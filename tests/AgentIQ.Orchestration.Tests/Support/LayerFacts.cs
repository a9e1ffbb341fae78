using AgentIQ.Context.Facts;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Orchestration.Tests.Support;

/// <summary>The facts of this layer and those below, with a stand-in for what the layer above finds in texts.</summary>
internal sealed class LayerFacts : IFactSource
{
    public static FactCatalogue Catalogue { get; } = FactCatalogue.Of(new ContextFacts(), new OrchestrationFacts(), new LayerFacts());

    public IReadOnlyList<FactField> Fields { get; } =
    [
        new("intent", FactType.Enum, "thanks", "defect_not_working", "other"),
        new("flags", FactType.Set, "legal_threat", "mass_defect"),
        new("sentiment", FactType.Enum, "negative", "neutral", "positive"),
    ];

    /// <summary>An escalation set of these rows, the first of which decides.</summary>
    public static CompiledRuleSet Escalation(params IEnumerable<string> rows) => RuleSetCompiler.Compile(
        RuleSetDocument.Parse(
            $$"""
            {
              "name": "escalation", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "first",
              "outputs": [
                {"name": "escalate", "type": "bool"}, {"name": "level", "type": "int", "min": 0, "max": 3},
                {"name": "whom", "type": "enum", "values": ["nobody", "operator", "manager", "owner"]}
              ],
              "defaults": {"escalate": false, "level": 0, "whom": "nobody"},
              "tables": [{"name": "levels", "rows": [{{string.Join(", ", rows)}}]}]
            }
            """,
            "escalation.json"),
        Catalogue);

    /// <summary>A row that raises to a level under a condition.</summary>
    public static string Row(string id, string condition, int level) =>
        $$$"""{"id": "{{{id}}}", "description": {"ru": "р", "en": "r"}, "condition": {{{condition}}}, "then": {"escalate": true, "level": {{{level}}}, "whom": "manager"} }""";
}
