using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>
/// Brings the variables of a scope to the target's: by id, else by name. A value of another type is converted as an assignment would; one
/// that does not fit keeps the instance where it is.
/// </summary>
internal sealed class ScopeMove(MoveFindings findings)
{
    /// <param name="owner">The instance's or an execution's state.</param>
    /// <param name="from">What was declared there.</param>
    /// <param name="to">What is declared there in the target.</param>
    /// <param name="where">The container's id; null: the workflow.</param>
    public void Move(JsonObject owner, VariableDefinition[] from, VariableDefinition[] to, string? where)
    {
        if (owner["variables"] is not JsonObject values)
        {
            return;
        }

        var moved = new JsonObject();
        var used = new HashSet<VariableDefinition>();
        foreach (var target in to)
        {
            var source = Array.Find(from, v => v.Id == target.Id) ?? Array.Find(from, v => v.Name == target.Name && !Array.Exists(to, t => t.Id == v.Id));
            if (source is null || !values.TryGetPropertyValue(source.Id, out var value))
            {
                continue;
            }

            used.Add(source);
            if (!target.IsStored)
            {
                findings.Note($"the variable '{target.Name}'{In(where)} is not stored in the new version; its value is dropped");
            }
            else if (Fits(source, target, value, where) is { } fitting)
            {
                moved[target.Id] = fitting.Value;
            }
        }

        foreach (var lost in from.Where(v => !used.Contains(v) && values[v.Id] is not null))
        {
            findings.Note($"the variable '{lost.Name}'{In(where)} is gone; its value is dropped");
        }

        owner["variables"] = moved;
    }

    private (JsonNode? Value, bool IsGiven)? Fits(VariableDefinition source, VariableDefinition target, JsonNode? value, string? where)
    {
        if (value is null || source.Type == target.Type)
        {
            return (value?.DeepClone(), true);
        }

        try
        {
            var converted = target.Type.Convert(PlainValue.FromElement(JsonSerializer.SerializeToElement(value, WorkflowJson.Options)));
            findings.Note($"the variable '{target.Name}'{In(where)} becomes a {target.Type.Alias}; its value is converted");
            return (PlainValue.ToNode(converted), true);
        }
        catch (ConversionException e)
        {
            findings.Refuse($"the variable '{target.Name}'{In(where)} was a {source.Type.Alias} and is a {target.Type.Alias} in the new version: {e.Message}");
            return null;
        }
    }

    private static string In(string? where) => where is null ? string.Empty : $" of '{where}'";
}
