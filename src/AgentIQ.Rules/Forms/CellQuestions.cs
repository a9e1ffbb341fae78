using System.Text.Json.Nodes;

namespace AgentIQ.Rules.Forms;

/// <summary>The cells of one row as questions, and questions as cells.</summary>
/// <param name="columns">The table's columns; new ones are added.</param>
/// <param name="cells">The row's cells; new ones are added.</param>
internal sealed class CellQuestions(JsonArray columns, JsonObject cells)
{
    /// <summary>The questions that cells ask, in the order of the cells.</summary>
    public static IEnumerable<JsonObject> Of(JsonArray columns, JsonObject cells) => cells.Select(cell =>
    {
        var column = columns.Select(node => node!.AsObject()).First(candidate => Id(candidate) == cell.Key);
        var (@operator, value) = cell.Value is JsonObject own ? (own["op"], own["value"]) : (column["op"], cell.Value);
        return new JsonObject { [Source(column)] = column[Source(column)]!.DeepClone(), ["op"] = @operator!.DeepClone(), ["value"] = value?.DeepClone() };
    });

    /// <summary>Adds cells for questions. Those that have a column of their own operator take it before the others choose.</summary>
    public void Add(IReadOnlyList<JsonObject> questions)
    {
        List<JsonObject> left = [];
        foreach (var question in questions)
        {
            if (Free(question, sameOperator: true) is { } column)
            {
                cells[Id(column)] = question["value"]?.DeepClone();
            }
            else
            {
                left.Add(question);
            }
        }

        foreach (var question in left)
        {
            if (Free(question, sameOperator: false) is { } column)
            {
                cells[Id(column)] = new JsonObject { ["op"] = question["op"]!.DeepClone(), ["value"] = question["value"]?.DeepClone() };
            }
            else
            {
                cells[Id(Column(question))] = question["value"]?.DeepClone();
            }
        }
    }

    private JsonObject? Free(JsonObject question, bool sameOperator) => columns.Select(node => node!.AsObject()).FirstOrDefault(column =>
        !cells.ContainsKey(Id(column)) && Source(column) == Source(question) && Text(column, Source(column)) == Text(question, Source(question))
        && (!sameOperator || Text(column, "op") == Text(question, "op")));

    private JsonObject Column(JsonObject question)
    {
        var name = Text(question, Source(question));
        var taken = columns.Select(node => Id(node!.AsObject())).ToHashSet(StringComparer.Ordinal);
        JsonObject column = [];
        if (taken.Contains(name))
        {
            column["id"] = Enumerable.Range(2, taken.Count).Select(number => $"{name}_{number}").First(id => !taken.Contains(id));
        }

        column[Source(question)] = name;
        column["op"] = Text(question, "op");
        columns.Add((JsonNode)column);
        return column;
    }

    private static string Id(JsonObject column) => column.ContainsKey("id") ? Text(column, "id") : Text(column, Source(column));

    private static string Source(JsonObject question) => question.ContainsKey("output") ? "output" : "field";

    private static string Text(JsonObject node, string name) => node[name]!.GetValue<string>();
}
