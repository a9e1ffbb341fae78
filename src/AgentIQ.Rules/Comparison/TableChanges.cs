using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sentences;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Comparison;

/// <summary>What is different about the tables and in them.</summary>
internal sealed class TableChanges(RuleSet before, RuleSet after, ChangeList changes)
{
    private static readonly Dictionary<HitPolicy, LocalizedText> Policies = new()
    {
        [HitPolicy.Unique] = new("подходит только одна строка", "only one row applies"),
        [HitPolicy.First] = new("решает первая подходящая строка", "the first row that applies decides"),
        [HitPolicy.Priority] = new("решает самая строгая строка", "the most severe row decides"),
        [HitPolicy.Any] = new("все подходящие строки говорят одно", "all rows that apply say the same"),
        [HitPolicy.Collect] = new("считаются все подходящие строки", "every row that applies counts"),
    };

    private readonly Dictionary<string, (DecisionTable Table, TableRow Row)> _older =
        before.Tables.SelectMany(table => table.Rows.Select(row => (table, row))).ToDictionary(pair => pair.row.Id, StringComparer.Ordinal);

    private readonly HashSet<string> _newer = [.. after.Tables.SelectMany(table => table.Rows).Select(row => row.Id)];

    public void Find()
    {
        var was = before.Tables.Select(table => table.Name).ToList();
        var kept = after.Tables.Where(table => was.Contains(table.Name)).ToList();
        var stayed = LongestOrder.Of([.. kept.Select(table => was.IndexOf(table.Name))]);
        foreach (var table in after.Tables)
        {
            var place = new Place(table.Name);
            var subject = Names.Of(table);
            var rows = new RowChanges(before, after, changes, table);
            if (before.Tables.FirstOrDefault(known => known.Name == table.Name) is not { } known)
            {
                changes.Add(place, ChangeKind.Added, Names.With(subject, $": добавлена, строк: {table.Rows.Count}", $": added, rows: {table.Rows.Count}"), null, table.Title);
                rows.Find(null, _older, _newer);
                continue;
            }

            if (!stayed.Contains(kept.IndexOf(table)))
            {
                changes.Add(place, ChangeKind.Moved, Names.With(subject, ": стоит в другом месте", ": stands elsewhere in the order"), Names.Same($"{was.IndexOf(table.Name) + 1}"), Names.Same($"{after.Tables.ToList().IndexOf(table) + 1}"));
            }

            Head(place, subject, known, table);
            Columns(place, subject, known, table);
            rows.Find(known, _older, _newer);
        }

        foreach (var gone in before.Tables.Where(known => !after.Tables.Any(table => table.Name == known.Name)))
        {
            changes.Add(new Place(gone.Name), ChangeKind.Removed, Names.With(Names.Of(gone), $": убрана, строк: {gone.Rows.Count}", $": removed, rows: {gone.Rows.Count}"), gone.Title);
        }
    }

    private void Head(Place place, LocalizedText subject, DecisionTable known, DecisionTable table)
    {
        changes.CompareTexts(place, Names.With(subject, ": название", ": title"), known.Title, table.Title);
        changes.CompareTexts(place, Names.With(subject, ": описание", ": description"), known.Description, table.Description);
        changes.Compare(place, Names.With(subject, ":", ":"), Policies[known.HitPolicy], Policies[table.HitPolicy]);
        changes.Compare(place, Names.With(subject, ":", ":"), Locked(known), Locked(table));
    }

    private void Columns(Place place, LocalizedText subject, DecisionTable known, DecisionTable table)
    {
        var columns = Names.With(subject, ": столбцы", ": columns");
        foreach (var column in table.Columns)
        {
            var here = place with { Cell = column.Id };
            var older = known.Columns.FirstOrDefault(candidate => candidate.Id == column.Id);
            if (older is null || older.Operator != column.Operator || older.Reference.Source != column.Reference.Source || older.Reference.Field.Name != column.Reference.Field.Name)
            {
                changes.Compare(here, older is null ? columns : Names.With(subject, $": столбец «{column.Id}»:", $": column “{column.Id}”:"), older is null ? null : Said(older), Said(column));
            }
        }

        foreach (var gone in known.Columns.Where(column => !table.Columns.Any(candidate => candidate.Id == column.Id)))
        {
            changes.Compare(place with { Cell = gone.Id }, columns, Said(gone), null);
        }

        List<string> was = [.. known.Columns.Select(column => column.Id)];
        List<string> now = [.. table.Columns.Select(column => column.Id)];
        if (!was.Where(now.Contains).SequenceEqual(now.Where(was.Contains), StringComparer.Ordinal))
        {
            changes.Add(place, ChangeKind.Moved, Names.With(subject, ": столбцы стоят в другом порядке", ": its columns stand in another order"), Names.Same(string.Join(", ", was)), Names.Same(string.Join(", ", now)));
        }
    }

    private static LocalizedText Said(TableColumn column)
    {
        var words = OperatorWords.Of(column.Operator);
        return Language.Both(language => $"{language.Title(column.Reference.Field)} ({language.Pick(words)})");
    }

    private static LocalizedText Locked(DecisionTable table) =>
        table.Locked ? new("закрыта для изменений", "locked") : new("открыта для изменений", "not locked");
}
