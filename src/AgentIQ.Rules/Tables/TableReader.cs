using System.Text.Json;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;

namespace AgentIQ.Rules.Tables;

/// <summary>Reads one table: columns, and rows whose cells become the parts of one <c>all</c>.</summary>
internal sealed class TableReader(ConditionReader conditions, FactCatalogue outputs, HitPolicy setPolicy)
{
    public DecisionTable? Read(JsonPlace place)
    {
        if (!place.IsObject("name", "title", "description", "hitPolicy", "locked", "columns", "rows"))
        {
            return null;
        }

        var name = place.RequiredText("name", "write a name in snake_case");
        var policy = EnumReader.Read(place, "hitPolicy", HitPolicies.Words, required: false) ?? setPolicy;
        List<TableColumn> columns = [];
        var declared = place.List("columns", required: false, "list the columns");
        foreach (var column in declared)
        {
            if (Column(column) is not { } read)
            {
                continue;
            }

            if (columns.Exists(known => known.Id == read.Id))
            {
                column.Fault("columns with different ids", $"give the second column of {read.Id} an \"id\" of its own");
                continue;
            }

            columns.Add(read);
        }

        List<TableRow> rows = [];
        foreach (var row in place.List("rows", required: true, "list the rows"))
        {
            if (Row(row, columns, rows.Count, broken: columns.Count < declared.Count) is { } read)
            {
                rows.Add(read);
            }
        }

        if (name is null)
        {
            return null;
        }

        var description = place.TryGet("description", out _) ? LocalizedTextReader.Read(place, "description") : LocalizedText.Empty;
        var table = new DecisionTable(name, policy, columns, rows) { Locked = place.Flag("locked", false), Description = description };
        return place.TryGet("title", out _) ? table with { Title = LocalizedTextReader.Read(place, "title") } : table;
    }

    private TableColumn? Column(JsonPlace place)
    {
        if (!place.IsObject("id", "field", "output", "op") || conditions.Field(place) is not { } reference || ConditionReader.OperatorFor(reference.Field, place) is not { } @operator)
        {
            return null;
        }

        var id = place.TryGet("id", out var named) ? named.Text("write a name in snake_case") : reference.Field.Name;
        return id is null ? null : new TableColumn(id, reference, @operator);
    }

    private TableRow? Row(JsonPlace place, List<TableColumn> columns, int index, bool broken)
    {
        if (!place.IsObject("id", "enabled", "priority", "description", "note", "when", "condition", "then"))
        {
            return null;
        }

        var id = place.RequiredText("id", "write a short name that stays the same");
        var description = LocalizedTextReader.Read(place, "description");
        var note = place.TryGet("note", out var source) ? source.Text("say where the rule comes from") : null;
        List<Condition> parts = [];
        if (place.TryGet("when", out var when))
        {
            parts.AddRange(Cells(when, columns, broken));
        }

        if (place.TryGet("condition", out var free) && conditions.Read(free) is { } condition)
        {
            // A free condition that is itself an "all" says the same as cells side by side, and can be indexed like them.
            parts.AddRange(condition is AllCondition all ? all.Parts : [condition]);
        }

        IReadOnlyList<OutputValue> then = [];
        if (place.TryGet("then", out var outcome))
        {
            then = OutputReader.ReadValues(outcome, outputs);
        }
        else
        {
            place.Reader.Report($"{place.Path}.then", "expected the outputs of the row, came nothing; say what the row decides");
        }

        return id is null ? null : new TableRow(id, index, Priority(place), description, note, new AllCondition(parts), then) { Enabled = place.Flag("enabled", true), Path = place.Path };
    }

    private static List<Condition> Cells(JsonPlace when, List<TableColumn> columns, bool broken)
    {
        if (when.Kind != JsonValueKind.Object)
        {
            when.Fault("an object of cells", "write { \"column\": value }");
            return [];
        }

        List<Condition> parts = [];
        foreach (var (name, cell) in when.Members())
        {
            var column = Find(columns, name);
            if (column is null && broken)
            {
                // The column was reported already; every cell below it would repeat that.
                continue;
            }

            if (column is null)
            {
                cell.Reader.Report(cell.Path, $"expected a column of the table ({string.Join(", ", columns.Select(known => known.Id))}), came {name}; add the column or rename the cell");
            }
            else if (Cell(column, cell) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    // A loop: a lambda would be allocated for every cell.
    private static TableColumn? Find(List<TableColumn> columns, string id)
    {
        foreach (var column in columns)
        {
            if (column.Id == id)
            {
                return column;
            }
        }

        return null;
    }

    private static FieldCondition? Cell(TableColumn column, JsonPlace cell)
    {
        var @operator = column.Operator;
        var value = cell;
        if (cell.Kind == JsonValueKind.Object)
        {
            if (!cell.IsObject("op", "value") || ConditionReader.OperatorFor(column.Reference.Field, cell) is not { } own)
            {
                return null;
            }

            @operator = own;
            if (!cell.TryGet("value", out value))
            {
                cell.Reader.Report($"{cell.Path}.value", "expected a value, came nothing; say what the field is compared with");
                return null;
            }
        }

        return OperandReader.Read(column.Reference.Field, @operator, value) is { } operand
            ? new FieldCondition(column.Reference, @operator, operand) { Cell = column.Id, Written = value.Value.GetRawText(), Path = cell.Path }
            : null;
    }

    private static int Priority(JsonPlace place)
    {
        if (!place.TryGet("priority", out var priority))
        {
            return 0;
        }

        if (priority.Kind == JsonValueKind.Number && priority.Value.TryGetInt32(out var number))
        {
            return number;
        }

        priority.Fault("a whole number", "a greater one comes first; leave it out for 0");
        return 0;
    }
}
