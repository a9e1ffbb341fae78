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
            .. table.Rows.Where(row => row.Enabled).OrderByDescending(row => row.Priority).ThenBy(row => row.Place).ThenBy(row => row.Id, StringComparer.Ordinal),
        ];
        var indexes = Indexes(ordered, out var indexed);
        var ranks = table.HitPolicy == HitPolicy.Priority ? RowSeverity.Ranks(ordered, outputs) : null;
        var outcomes = table.HitPolicy == HitPolicy.Any ? RowOutcomes.Of(ordered) : null;
        var rows = new CompiledRow[ordered.Count];
        for (var place = 0; place < rows.Length; place++)
        {
            rows[place] = new CompiledRow(firstRow + place, ordered[place], Residual(ordered[place], indexed), ranks?[place] ?? 0, outcomes?[place] ?? 0);
        }

        return new CompiledTable(table, number, rows, indexes, [.. outputs.Select(output => output.Merge)]);
    }

    private static FieldIndex[] Indexes(List<TableRow> rows, out HashSet<(ValueSource Source, int Slot)> indexed)
    {
        List<(FieldReference Field, List<RowLimit> Limits)> fields = [];
        Dictionary<(ValueSource, int), int> known = [];
        for (var place = 0; place < rows.Count; place++)
        {
            foreach (var part in rows[place].When.Parts)
            {
                if (part is not FieldCondition question || !RowLimit.CanIndex(question))
                {
                    continue;
                }

                if (!known.TryGetValue(KeyOf(question), out var field))
                {
                    known[KeyOf(question)] = field = fields.Count;
                    fields.Add((question.Reference, []));
                }

                var limits = fields[field].Limits;
                if (limits.Count == 0 || limits[^1].Row != place)
                {
                    limits.Add(new RowLimit(place));
                }

                limits[^1].Add(question);
            }
        }

        List<FieldIndex> indexes = [];
        indexed = [];
        foreach (var (field, limits) in fields)
        {
            if (FieldIndexBuilder.Build(field, limits, rows.Count) is { } index)
            {
                indexes.Add(index);
                indexed.Add((field.Source, field.Slot));
            }
        }

        // The one that excludes most is asked first: most words of the bitmaps are empty after one or two of them.
        return [.. indexes.OrderBy(index => index.Density)];
    }

    private Test[] Residual(TableRow row, HashSet<(ValueSource, int)> indexed)
    {
        List<Test> tests = [];
        foreach (var part in row.When.Parts)
        {
            if (part is not FieldCondition question || !RowLimit.CanIndex(question) || !indexed.Contains(KeyOf(question)))
            {
                tests.Add(conditions.Compile(part));
            }
        }

        return [.. tests];
    }

    private static (ValueSource Source, int Slot) KeyOf(FieldCondition question) => (question.Reference.Source, question.Reference.Slot);
}
