using System.Text.Json.Nodes;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Forms;

/// <summary>One row of a readable document, as JSON that can be rewritten.</summary>
internal sealed class RowPlace
{
    private const string File = "document";

    private readonly JsonNode _root;
    private readonly JsonObject _table;
    private readonly bool _endsWithNewLine;

    private RowPlace(JsonNode root, JsonObject table, JsonObject row, bool endsWithNewLine) =>
        (_root, _table, Row, Columns, _endsWithNewLine) = (root, table, row, table["columns"]?.AsArray() ?? [], endsWithNewLine);

    public JsonObject Row { get; }

    /// <summary>The table's columns; empty and not yet part of the document when the table has none.</summary>
    public JsonArray Columns { get; }

    /// <exception cref="RuleSetException">The document cannot be read, there is no such row, or its table is locked.</exception>
    public static RowPlace Find(string document, FactCatalogue facts, string table, string row)
    {
        var set = RuleSetReader.Read(RuleSetDocument.Parse(document, File), facts);
        var found = set.Tables.Index().FirstOrDefault(candidate => candidate.Item.Name == table);
        if (found.Item is not { } known)
        {
            throw Refused("$.tables", $"expected a table of the set ({string.Join(", ", set.Tables.Select(candidate => candidate.Name))}), came {table}; choose one of them");
        }

        if (known.Locked)
        {
            throw Refused($"$.tables[{found.Index}]", $"expected a table that may be changed, came the locked table {table}; it stays as the platform has it, write the rule into another table");
        }

        if (known.Rows.FirstOrDefault(candidate => candidate.Id == row) is not { } place)
        {
            throw Refused($"$.tables[{found.Index}].rows", $"expected a row of the table {table}, came {row}; choose one of its rows");
        }

        var root = JsonNode.Parse(document)!;
        var node = root["tables"]![found.Index]!.AsObject();
        return new RowPlace(root, node, node["rows"]![place.Place]!.AsObject(), document.EndsWith('\n'));
    }

    /// <summary>Replaces a member of the row where it stands; puts a new one before another; null removes it.</summary>
    public void Replace(string name, JsonNode? value, string before)
    {
        var at = Row.IndexOf(name);
        if (at >= 0)
        {
            Row.RemoveAt(at);
        }
        else
        {
            at = Row.IndexOf(before) is var place and >= 0 ? place : Row.Count;
        }

        if (value is not null)
        {
            Row.Insert(at, name, value);
        }
    }

    /// <summary>The rewritten document.</summary>
    /// <exception cref="RuleSetException">It cannot be read: a limit is passed.</exception>
    public string Write(FactCatalogue facts)
    {
        if (Columns.Parent is null && Columns.Count > 0)
        {
            _table.Insert(_table.IndexOf("rows"), "columns", Columns);
        }

        var json = ReadableJson.Write(_root) + (_endsWithNewLine ? "\n" : "");
        RuleSetReader.Read(RuleSetDocument.Parse(json, File), facts);
        return json;
    }

    private static RuleSetException Refused(string path, string message) => new([new RuleSetFault(File, path, message)]);
}
