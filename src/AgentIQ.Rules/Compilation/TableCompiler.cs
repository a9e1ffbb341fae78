using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Compilation;

/// <summary>Compiles one table: total order, indexes, residual questions, severity.</summary>
internal sealed class TableCompiler(ConditionCompiler conditions, IReadOnlyList<OutputField> outputs)
{
    public CompiledTable Compile(DecisionTable table, int number, int firstRow)
    {
        // The total order: priority descending, place, id. Ids differ, so it never depends on anything else.
        List<TableRow> ordered =
        [
            .. table.Rows.OrderByDescending(row => row.Priority).ThenBy(row => row.Place).ThenBy(row => row.Id, StringComparer.Ordinal),
        ];
        var indexes = Indexes(ordered, out var answered);
        var ranks = Ranks(ordered);
        var outcomes = Outcomes(ordered);
        CompiledRow[] rows =
        [
            .. ordered.Select((row, place) => new CompiledRow(
                firstRow + place,
                row,
                [.. row.When.Parts.Where(part => part is not FieldCondition question || !answered.Contains(question)).Select(conditions.Compile)],
                ranks[place],
                outcomes[place])),
        ];
        return new CompiledTable(table, number, rows, indexes, [.. outputs.Select(output => output.Merge)]);
    }

    private static FieldIndex[] Indexes(List<TableRow> rows, out HashSet<FieldCondition> answered)
    {
        answered = new HashSet<FieldCondition>(ReferenceEqualityComparer.Instance);
        List<FieldIndex> indexes = [];
        var questions = rows.SelectMany((row, place) => row.When.Parts.OfType<FieldCondition>().Where(RowLimit.CanIndex).Select(question => (place, question)));
        foreach (var field in questions.GroupBy(pair => (pair.question.Reference.Source, pair.question.Reference.Slot)))
        {
            List<RowLimit> limits = [.. field.GroupBy(pair => pair.place, pair => pair.question).Select(row => RowLimit.Of(row.Key, row))];
            if (FieldIndexBuilder.Build(field.First().question.Reference, limits, rows.Count) is { } index)
            {
                indexes.Add(index);
                answered.UnionWith(limits.SelectMany(limit => limit.Questions));
            }
        }

        return [.. indexes];
    }

    /// <summary>Severity: the outputs in their order, each by its number (an enum's place in its values); an output not named counts least.</summary>
    private int[] Ranks(List<TableRow> rows)
    {
        var ranks = new int[rows.Count];
        var order = Enumerable.Range(0, rows.Count).Order(Comparer<int>.Create((left, right) => Compare(rows[left], rows[right]))).ToList();
        for (var place = 1; place < order.Count; place++)
        {
            ranks[order[place]] = ranks[order[place - 1]] + (Compare(rows[order[place - 1]], rows[order[place]]) == 0 ? 0 : 1);
        }

        return ranks;
    }

    private int Compare(TableRow left, TableRow right)
    {
        foreach (var output in outputs.Where(output => output.Field.IsNumber))
        {
            var mine = left.Then.FirstOrDefault(value => value.Slot == output.Slot)?.Number ?? long.MinValue;
            var theirs = right.Then.FirstOrDefault(value => value.Slot == output.Slot)?.Number ?? long.MinValue;
            if (mine != theirs)
            {
                return mine.CompareTo(theirs);
            }
        }

        return 0;
    }

    private static int[] Outcomes(List<TableRow> rows)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        return [.. rows.Select(row =>
        {
            var said = string.Join('|', row.Then.OrderBy(value => value.Slot).Select(value => $"{value.Slot}={value.Number}{value.Reference}"));
            return numbers.TryGetValue(said, out var known) ? known : numbers[said] = numbers.Count;
        })];
    }
}
