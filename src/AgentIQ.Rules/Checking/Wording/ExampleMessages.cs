using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Checking.Wording;

/// <summary>What a failed example says.</summary>
internal static class ExampleMessages
{
    public static LocalizedText Failed(ExampleResult result)
    {
        var (example, decision) = (result.Example, result.Decision);
        if (decision.Fault is { } fault)
        {
            return new LocalizedText(
                $"Пример «{example.Name}» не проходит: решение не состоялось ({fault}). Исправьте правило.",
                $"The example \"{example.Name}\" fails: no decision was made ({fault}). Correct the rule.");
        }

        var rows = decision.Rows.Select(row => row.Id).ToList();
        var wrong = example.Outputs.Where(value => !decision.Outputs.Says(value)).ToList();
        var (expectedRu, expectedEn) = wrong.Count > 0
            ? (DecisionOutputs.Of(decision.Outputs.Catalogue, wrong).ToJson(), DecisionOutputs.Of(decision.Outputs.Catalogue, wrong).ToJson())
            : ($"строки: {RowsRu(example.Rows ?? [])}", $"the rows {RowsEn(example.Rows ?? [])}");
        var (cameRu, cameEn) = wrong.Count > 0
            ? ($"{decision.Outputs.ToJson()} (строки: {RowsRu(rows)})", $"{decision.Outputs.ToJson()} (rows: {RowsEn(rows)})")
            : (RowsRu(rows), RowsEn(rows));
        return new LocalizedText(
            $"Пример «{example.Name}» не проходит. Ожидалось: {expectedRu}; вышло: {cameRu}. Исправьте правило или пример.",
            $"The example \"{example.Name}\" fails. Expected {expectedEn}, came {cameEn}. Correct the rule or the example.");
    }

    private static string RowsRu(IReadOnlyList<string> rows) => rows.Count == 0 ? "ни одной" : Quoted.Names(rows).Ru;

    private static string RowsEn(IReadOnlyList<string> rows) => rows.Count == 0 ? "none" : Quoted.Names(rows).En;
}
