using System.Text.Json;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Definitions;

/// <summary>Reads declared variables.</summary>
internal static class VariableReader
{
    public static VariableDefinition[] Read(IEnumerable<JsonElement> variables, string path, List<Diagnostic> diagnostics)
    {
        var result = new List<VariableDefinition>();
        var index = 0;
        foreach (var variable in variables)
        {
            var at = $"{path}[{index++}]";
            var name = variable.Text("name") ?? string.Empty;
            if (name.Length == 0)
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, at + ".name", "expected the variable's name"));
            }

            var type = new VariableType(variable.Text("typeName") ?? "Object", variable.Flag("isArray"));
            if (!type.IsKnown)
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, at + ".typeName", $"the type '{type.Alias}' is unknown: values are taken as they are"));
            }

            result.Add(new VariableDefinition(variable.Text("id") ?? name, name, type, Default(variable, type, at, diagnostics), StrategyNames.IsStored(variable.Text("storageDriverTypeName"))));
        }

        return [.. result];
    }

    private static object? Default(JsonElement variable, VariableType type, string path, List<Diagnostic> diagnostics)
    {
        if (variable.Get("value") is not { } value)
        {
            return null;
        }

        try
        {
            return type.Convert(PlainValue.FromElement(value));
        }
        catch (ConversionException e)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, path + ".value", $"{e.Message} The variable starts as null."));
            return null;
        }
    }
}
