using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Definitions;

/// <summary>Reads the inputs and output bindings of an activity: direct properties, named like the class's in camelCase.</summary>
internal sealed class BindingReader(ExpressionReader expressions, List<Diagnostic> diagnostics)
{
    public InputBinding[] Inputs(JsonElement activity, ActivityDescriptor descriptor, string path)
    {
        var bindings = new List<InputBinding>();
        foreach (var input in descriptor.Inputs)
        {
            if (activity.Get(input.JsonName) is { } value)
            {
                var at = $"{path}.{input.JsonName}";
                if (!input.Declaration.IsWrapped)
                {
                    bindings.Add(Bare(input, value, at));
                }
                else if (value.Get("expression") is { } expression)
                {
                    bindings.Add(expressions.Bind(input, expressions.ReadFor(input, expression, at), at));
                }
                else if (value.ValueKind != JsonValueKind.Object)
                {
                    diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, at, $"expected an object with an expression, got {value.ValueKind}"));
                }
            }
        }

        return [.. bindings];
    }

    public OutputBinding[] Outputs(JsonElement activity, ActivityDescriptor descriptor, string path)
    {
        var bindings = new List<OutputBinding>();
        foreach (var output in descriptor.Outputs)
        {
            if (activity.Get(output.JsonName)?.Get("memoryReference")?.Text("id") is { Length: > 0 } target)
            {
                bindings.Add(new OutputBinding(output, target));
            }
        }

        return [.. bindings];
    }

    private InputBinding Bare(InputDescriptor input, JsonElement value, string path)
    {
        if (input.Type == typeof(SwitchCase[]))
        {
            return Constant(input, ReadCases(value, path));
        }

        try
        {
            return Constant(input, value.Deserialize(input.Type, WorkflowJson.Options));
        }
        catch (JsonException e)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, path, $"expected {input.Type.Name}: {e.Message}"));
            return new InputBinding(input, new BrokenExpression($"{path}: {e.Message}"), Converted: null, IsConverted: false);
        }
    }

    private SwitchCase[] ReadCases(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, path, $"expected a list of cases, got {value.ValueKind}"));
            return [];
        }

        var activities = 0;
        return [.. value.EnumerateArray().Select((c, i) => new SwitchCase(
            c.Text("label") ?? string.Empty,
            c.Get("condition") is { } condition ? expressions.Read(condition, $"{path}[{i}].condition") : new ConstantExpression(value: null),
            c.Get("activity") is { } activity && activity.IsActivity() ? activities++ : null))];
    }

    private static InputBinding Constant(InputDescriptor input, object? value) =>
        new(input, new ConstantExpression(value), value, IsConverted: true);
}
