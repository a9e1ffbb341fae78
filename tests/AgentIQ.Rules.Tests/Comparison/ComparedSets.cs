using AgentIQ.Rules.Comparison;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tests.Sentences;

namespace AgentIQ.Rules.Tests.Comparison;

/// <summary>A set of two tables to make versions of.</summary>
internal static class ComparedSets
{
    public const string Document =
        $$$"""
        {
          "name": "test", "title": {"ru": "Приоритет", "en": "Priority"}, "description": {"ru": "Что важнее", "en": "What matters more"},
          "hitPolicy": "first", "outputs": [{{{TitledSets.Outputs}}}],
          "defaults": {"priority": "normal"}, "onFault": {"priority": "normal"},
          "tables": [
            {
              "name": "cases", "title": {"ru": "Случаи", "en": "Cases"},
              "columns": [{"field": "channel", "op": "eq"}, {"field": "rating", "op": "in"}, {"field": "waiting_minutes", "op": "gte"}],
              "rows": [
                {"id": "bad", "description": {"ru": "Отзыв 1–2. Его видят все", "en": "A review of 1–2. Everybody reads it"}, "note": "domain.md 5", "when": {"channel": "review", "rating": [1, 2]}, "then": {"priority": "urgent", "first_response_minutes": 30}},
                {"id": "late", "priority": 2, "description": {"ru": "Ждёт час", "en": "Waits an hour"}, "when": {"waiting_minutes": 60}, "then": {"priority": "high"}},
                {"id": "free", "description": {"ru": "Повтор", "en": "Again"}, "condition": {"any": [{"field": "repeated", "op": "eq", "value": true}, {"field": "article", "op": "eq", "value": "1"}]}, "then": {"priority": "high"}},
                {"id": "good", "description": {"ru": "Отзыв 4–5", "en": "A review of 4–5"}, "when": {"channel": "review", "rating": [4, 5]}, "then": {"priority": "low"}}
              ]
            },
            {
              "name": "extra", "hitPolicy": "collect",
              "rows": [{"id": "mark", "description": {"ru": "Метка", "en": "Mark"}, "condition": {"output": "priority", "op": "eq", "value": "urgent"}, "then": {"found": ["promise"]}}]
            }
          ],
          "examples": [{"name": "Одна звезда", "facts": {"channel": "review", "rating": 1}, "outputs": {"priority": "urgent"}, "rows": ["bad", "mark"]}]
        }
        """;

    public static RuleSet Read(string document) => RuleSetReader.Read(RuleSetDocument.Parse(document, "test.json"), TitledSets.Catalogue);

    public static IReadOnlyList<RuleSetChange> Changes(string before, string after) => RuleSetComparison.Compare(Read(before), Read(after));
}
