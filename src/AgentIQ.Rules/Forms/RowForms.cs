using System.Text.Json.Nodes;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Forms;

/// <summary>
/// Rewrites a row from cells to a free condition and back. Both mean the same; nothing is lost on the way: what cells cannot
/// say stays in the condition. Everything else of the document keeps its order and its values; it is written with two spaces of
/// indentation. A row that is in the wanted form already leaves the document exactly as it came.
/// </summary>
public static class RowForms
{
    /// <summary>
    /// The document with one row's cells moved into its free condition, before what stood there:
    /// <c>{"all": [cells ..., condition]}</c>.
    /// </summary>
    /// <param name="document">The set's document; it must be readable.</param>
    /// <param name="facts">The facts that it asks about.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="row">The row's id.</param>
    /// <exception cref="Reading.RuleSetException">
    /// The document cannot be read, has no such table or row, the table is locked, or the condition would become larger than
    /// conditions may be.
    /// </exception>
    public static string ToCondition(string document, FactCatalogue facts, string table, string row)
    {
        var place = RowPlace.Find(document, facts, table, row);
        if (place.Row["when"] is not { } cells)
        {
            return document;
        }

        var parts = CellQuestions.Of(place.Columns, cells.AsObject()).Concat(ConditionParts.Take(place.Row)).ToList();
        place.Replace("when", null, before: "then");
        place.Replace("condition", parts.Count == 0 ? null : ConditionParts.All(parts), before: "then");
        return place.Write(facts);
    }

    /// <summary>
    /// The document with one row's free condition moved into cells, as far as cells can say it. A question goes into a free column
    /// of its field and operator, else into a free column of its field as a cell with its own operator, else into a new column.
    /// <c>any</c> and <c>not</c> stay in the condition. Columns that ask the same of the same field are as good as each other, so after
    /// a way there and back a cell may stand in the other one.
    /// </summary>
    /// <param name="document">The set's document; it must be readable.</param>
    /// <param name="facts">The facts that it asks about.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="row">The row's id.</param>
    /// <exception cref="Reading.RuleSetException">The document cannot be read, has no such table or row, or the table is locked.</exception>
    public static string ToCells(string document, FactCatalogue facts, string table, string row)
    {
        var place = RowPlace.Find(document, facts, table, row);
        var parts = ConditionParts.Take(place.Row);
        if (!parts.Exists(ConditionParts.IsQuestion))
        {
            return document;
        }

        var cells = place.Row["when"]?.DeepClone().AsObject() ?? [];
        new CellQuestions(place.Columns, cells).Add([.. parts.Where(ConditionParts.IsQuestion)]);
        List<JsonObject> left = [.. parts.Where(part => !ConditionParts.IsQuestion(part))];
        place.Replace("when", cells, before: "condition");
        place.Replace("condition", left.Count switch { 0 => null, 1 => left[0], _ => ConditionParts.All(left) }, before: "then");
        return place.Write(facts);
    }
}
