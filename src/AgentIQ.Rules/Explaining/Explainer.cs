using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Explaining;

/// <summary>Answers "why" and "why not" by asking every condition of a set. Off the hot path: it asks all, the evaluation asks few.</summary>
public static class Explainer
{
    /// <summary>Evaluates the set and explains every row.</summary>
    /// <exception cref="ArgumentException">The facts are of another catalogue than the set.</exception>
    public static Explanation Explain(CompiledRuleSet set, FactValues facts)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(facts);
        if (!ReferenceEquals(facts.Catalogue, set.Source.Facts))
        {
            throw new ArgumentException($"Set {set.Name}: expected facts of the catalogue that it was compiled for; make them from the same catalogue.", nameof(facts));
        }

        var decision = set.Evaluate(facts);
        var decided = decision.Rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        var asking = new Asking(set, facts);
        List<ExplainedTable> tables = [];
        foreach (var table in set.Source.Tables)
        {
            tables.Add(new ExplainedTable(table, [.. Ordered(table).Select(row => Row(row, asking, decided))]));

            // What a later table reads is what the tables before it put out.
            asking.Take(table, decided);
        }

        return new Explanation(set, decision, tables);
    }

    private static IEnumerable<TableRow> Ordered(DecisionTable table) =>
        table.Rows.OrderByDescending(row => row.Priority).ThenBy(row => row.Place);

    private static ExplainedRow Row(TableRow row, Asking asking, HashSet<string> decided)
    {
        List<ExplainedCondition> parts = [.. row.When.Parts.Select(asking.Ask)];
        return new ExplainedRow(row, Outcome(row, parts, decided), parts);
    }

    private static RowOutcome Outcome(TableRow row, List<ExplainedCondition> parts, HashSet<string> decided) =>
        !row.Enabled ? RowOutcome.SwitchedOff
        : decided.Contains(row.Id) ? RowOutcome.Decided
        : parts.Count(part => part.Truth != Truth.True) switch
        {
            0 => RowOutcome.Overruled,
            1 when parts.Count > 1 => RowOutcome.NearMiss,
            _ => RowOutcome.NotMatched,
        };
}
