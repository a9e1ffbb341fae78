using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sentences;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Comparison;

/// <summary>What is different about the conditions of one row.</summary>
internal sealed class RowConditionChanges(ChangeList changes, Place place, LocalizedText subject)
{
    private const string Free = "condition";

    public void Find(DecisionTable olderTable, TableRow older, DecisionTable table, TableRow row)
    {
        if (ConditionKey.Of(older.When) == ConditionKey.Of(row.When))
        {
            if (Form(older) != Form(row))
            {
                changes.Add(place with { Cell = Free }, ChangeKind.Changed, Names.With(subject, ": условия записаны иначе, смысл тот же", ": its conditions are written in another form and mean the same"));
            }

            return;
        }

        var (was, now) = (Cells(older), Cells(row));
        foreach (var (id, cell) in now)
        {
            if (!was.TryGetValue(id, out var known))
            {
                changes.Compare(place with { Cell = id }, subject, null, RuleSentences.Of(cell));
            }
            else if (ConditionKey.Of(known) != ConditionKey.Of(cell) && !FollowsColumn(Column(olderTable, id), known, Column(table, id), cell))
            {
                Changed(id, known, cell);
            }
        }

        foreach (var (id, gone) in was.Where(cell => !now.ContainsKey(cell.Key)))
        {
            changes.Compare(place with { Cell = id }, subject, RuleSentences.Of(gone), null);
        }

        FreeParts(older, row);
    }

    private void FreeParts(TableRow older, TableRow row)
    {
        var was = older.When.Parts.Where(IsFree).DistinctBy(ConditionKey.Of, StringComparer.Ordinal).ToList();
        var now = row.When.Parts.Where(IsFree).DistinctBy(ConditionKey.Of, StringComparer.Ordinal).ToList();
        var gone = was.ExceptBy(now.Select(ConditionKey.Of), ConditionKey.Of, StringComparer.Ordinal).ToList();
        var come = now.ExceptBy(was.Select(ConditionKey.Of), ConditionKey.Of, StringComparer.Ordinal).ToList();
        if (gone is [var from] && come is [var to])
        {
            Changed(Free, from, to);
            return;
        }

        foreach (var part in come)
        {
            changes.Compare(place with { Cell = Free }, subject, null, RuleSentences.Of(part));
        }

        foreach (var part in gone)
        {
            changes.Compare(place with { Cell = Free }, subject, RuleSentences.Of(part), null);
        }
    }

    private void Changed(string cell, Condition from, Condition to)
    {
        var (was, now) = (RuleSentences.Of(from), RuleSentences.Of(to));

        // A sentence is an overview: the end of a long list, or the exceptions of a phrase, may differ out of its sight.
        var text = was == now
            ? new LocalizedText($"{subject.Ru}: изменено условие: {now.Ru}", $"{subject.En}: its condition is different: {now.En}")
            : new LocalizedText($"{subject.Ru}: {was.Ru} → {now.Ru}", $"{subject.En}: {was.En} → {now.En}");
        changes.Add(place with { Cell = cell }, ChangeKind.Changed, text, was, now);
    }

    // The column's change is told once, not again for every cell that only follows it.
    private static bool FollowsColumn(TableColumn older, FieldCondition was, TableColumn column, FieldCondition now) =>
        older.Operator != column.Operator && was.Operator == older.Operator && now.Operator == column.Operator && was.Written == now.Written;

    private static TableColumn Column(DecisionTable table, string id) => table.Columns.First(column => column.Id == id);

    private static Dictionary<string, FieldCondition> Cells(TableRow row) =>
        row.When.Parts.OfType<FieldCondition>().Where(part => part.Cell is not null).ToDictionary(part => part.Cell!, StringComparer.Ordinal);

    private static bool IsFree(Condition part) => part is not FieldCondition { Cell: not null };

    private static string Form(TableRow row) => string.Join(' ', row.When.Parts
        .Select(part => $"{(part as FieldCondition)?.Cell ?? Free}={ConditionKey.Of(part)}").Order(StringComparer.Ordinal));
}
