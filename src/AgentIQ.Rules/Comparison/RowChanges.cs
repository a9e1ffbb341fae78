using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Comparison;

/// <summary>What is different about the rows of one table of the newer version.</summary>
internal sealed class RowChanges(RuleSet before, RuleSet after, ChangeList changes, DecisionTable table)
{
    /// <param name="known">The same table before, or null.</param>
    /// <param name="older">Every row before by its id, with its table.</param>
    /// <param name="newer">The ids of every row after.</param>
    public void Find(DecisionTable? known, IReadOnlyDictionary<string, (DecisionTable Table, TableRow Row)> older, IReadOnlySet<string> newer)
    {
        var kept = table.Rows.Where(row => older.TryGetValue(row.Id, out var was) && was.Table == known).ToList();
        var stayed = LongestOrder.Of([.. kept.Select(row => older[row.Id].Row.Place)]);
        var gone = known?.Rows.Where(row => !newer.Contains(row.Id)).ToList() ?? [];
        foreach (var row in table.Rows)
        {
            // What was removed is told where it stood: before the first kept row that stood behind it.
            if (kept.IndexOf(row) is var at and >= 0 && stayed.Contains(at))
            {
                Removed(gone, older[row.Id].Row.Place);
            }

            if (!older.TryGetValue(row.Id, out var was))
            {
                if (known is not null)
                {
                    changes.Add(new(table.Name, row.Id), ChangeKind.Added, Names.With(Names.Of(row), ": добавлена", ": added"), null, Sentences.RuleSentences.Of(after, table, row));
                }

                continue;
            }

            if (was.Table != known)
            {
                changes.Add(new(table.Name, row.Id), ChangeKind.Moved, Names.With(Names.Of(row), $": перенесена из таблицы «{was.Table.Title.Ru}»", $": moved here from the table “{was.Table.Title.En}”"), was.Table.Title, table.Title);
            }
            else if (!stayed.Contains(kept.IndexOf(row)))
            {
                var (from, to) = (was.Row.Place + 1, row.Place + 1);
                changes.Add(new(table.Name, row.Id), ChangeKind.Moved, Names.With(Names.Of(row), $": перенесена с места {from} на место {to}", $": moved from place {from} to place {to}"), Names.Same($"{from}"), Names.Same($"{to}"));
            }

            Compare(was.Table, was.Row, row);
        }

        Removed(gone, int.MaxValue);
    }

    private void Compare(DecisionTable olderTable, TableRow older, TableRow row)
    {
        var place = new Place(table.Name, row.Id);
        var subject = Names.Of(row);
        if (older.Enabled != row.Enabled)
        {
            var (on, off) = (new LocalizedText("включена", "on"), new LocalizedText("выключена", "off"));
            var text = row.Enabled ? Names.With(subject, ": включена", ": switched on") : Names.With(subject, ": выключена", ": switched off");
            changes.Add(place, ChangeKind.Changed, text, row.Enabled ? off : on, row.Enabled ? on : off);
        }

        changes.CompareTexts(place, Names.With(subject, ": описание", ": description"), older.Description, row.Description);
        changes.CompareTexts(place, Names.With(subject, ": примечание", ": note"), Note(older), Note(row));
        changes.Compare(place, Names.With(subject, ": старшинство", ": rank"), Names.Same($"{older.Priority}"), Names.Same($"{row.Priority}"));
        new RowConditionChanges(changes, place, subject).Find(olderTable, older, table, row);
        OutputChanges.Values(before, older.Then, after, row.Then, changes, subject, place);
    }

    private void Removed(List<TableRow> gone, int before)
    {
        foreach (var row in gone.Where(row => row.Place < before).ToList())
        {
            gone.Remove(row);
            changes.Add(new(table.Name, row.Id), ChangeKind.Removed, Names.With(Names.Of(row), ": убрана", ": removed"), Sentence(row));
        }
    }

    private LocalizedText Sentence(TableRow row) =>
        Sentences.RuleSentences.Of(before, before.Tables.First(candidate => candidate.Rows.Contains(row)), row);

    private static LocalizedText? Note(TableRow row) => row.Note is { } note ? Names.Same(note) : null;
}
