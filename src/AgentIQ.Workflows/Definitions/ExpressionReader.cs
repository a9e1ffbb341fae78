using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Expressions.JavaScript;

namespace AgentIQ.Workflows.Definitions;

/// <summary>Reads expressions: <c>{ "type": "JavaScript", "value": "1 + 1" }</c>.</summary>
internal sealed class ExpressionReader(IJavaScriptCompiler javaScript, List<Diagnostic> diagnostics)
{
    public CompiledExpression Read(JsonElement expression, string path)
    {
        var value = expression.Get("value");
        switch (expression.Text("type"))
        {
            case null or "Literal":
                return new ConstantExpression(value is { } literal ? PlainValue.FromElement(literal) : null);
            case "Object" or "Json":
                return new ConstantExpression(value is { } json ? json.ValueKind == JsonValueKind.String ? json.GetString() : json.GetRawText() : null);
            case "Variable":
                return Reference(value, path, "variable", static o => new VariableExpression(o.Text("id") ?? string.Empty, o.Text("name") ?? string.Empty));
            case "Input":
                return Reference(value, path, "input", static o => new InputExpression(o.Text("name") ?? string.Empty));
            case "JavaScript":
                return Script(value?.ToString() ?? string.Empty, path);
            case var other:
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, path, $"the expression type '{other}' is unknown; expected Literal, Object, Variable, Input or JavaScript"));
                return new ConstantExpression(value: null);
        }
    }

    /// <summary>
    /// The expression of an input. In a dictionary an entry may be an expression itself: <c>{ "name": { "type": "JavaScript", "value": "1 + 1" } }</c>.
    /// </summary>
    public CompiledExpression ReadFor(InputDescriptor input, JsonElement expression, string path)
    {
        if (input.UIHint != UIHints.Dictionary || expression.Text("type") is not ("Object" or "Json") || Entries(expression) is not { } entries || !entries.Exists(e => IsExpression(e.Value)))
        {
            return Read(expression, path);
        }

        return new DictionaryExpression([.. entries.Select(e => (e.Name, IsExpression(e.Value) ? Read(e.Value, $"{path}.{e.Name}") : new ConstantExpression(PlainValue.FromElement(e.Value))))]);
    }

    /// <summary>Converts a constant once, and says so when it does not fit.</summary>
    public InputBinding Bind(InputDescriptor input, CompiledExpression expression, string path)
    {
        if (expression is not ConstantExpression constant)
        {
            return new InputBinding(input, expression, Converted: null, IsConverted: false);
        }

        try
        {
            var converted = ValueConverter.Convert(constant.Value, input.Type);
            CheckSource(input, converted, path);
            return new InputBinding(input, expression, converted, IsConverted: IsImmutable(converted));
        }
        catch (ConversionException e)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, path, e.Message));
            return new InputBinding(input, expression, Converted: null, IsConverted: false);
        }
    }

    private static List<JsonProperty>? Entries(JsonElement expression)
    {
        if (expression.Get("value") is not { ValueKind: JsonValueKind.String } text)
        {
            return expression.Get("value") is { ValueKind: JsonValueKind.Object } entries ? [.. entries.EnumerateObject()] : null;
        }

        try
        {
            var parsed = JsonElement.Parse(text.GetString()!);
            return parsed.ValueKind == JsonValueKind.Object ? [.. parsed.EnumerateObject()] : null;
        }
        catch (JsonException)
        {
            // The conversion to the input's type says what is wrong.
            return null;
        }
    }

    private static bool IsExpression(JsonElement entry) =>
        entry.Text("type") is "Variable" or "Input" or "JavaScript" && entry.TryGetProperty("value", out _)
        && entry.EnumerateObject().Count() == 2;

    private static bool IsImmutable(object? value) => value is null or string || value.GetType().IsValueType;

    /// <summary>A text that is source itself, such as the script of RunJavaScript.</summary>
    private void CheckSource(InputDescriptor input, object? value, string path)
    {
        if (input.Declaration.Language == Languages.JavaScript && value is string source)
        {
            Script(source, path);
        }
    }

    private CompiledExpression Script(string source, string path)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            return new ConstantExpression(value: null);
        }

        try
        {
            return new JavaScriptExpression(javaScript.Compile(source, isBody: false));
        }
        catch (JavaScriptSyntaxException e)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, path, $"JavaScript does not parse: {e.Message}") { Line = e.Line, Column = e.Column });
            return new BrokenExpression($"JavaScript does not parse: {e.Message}");
        }
    }

    /// <summary>The designer writes the reference as JSON text; an object is accepted too.</summary>
    private CompiledExpression Reference(JsonElement? value, string path, string what, Func<JsonElement, CompiledExpression> make)
    {
        try
        {
            if (value is { ValueKind: JsonValueKind.Object } reference)
            {
                return make(reference);
            }

            if (value is { ValueKind: JsonValueKind.String } text)
            {
                using var parsed = JsonDocument.Parse(text.GetString()!);
                return make(parsed.RootElement);
            }
        }
        catch (JsonException)
        {
            // Reported below, like every other shape that is no reference.
        }

        diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, path, $"expected a {what} definition as JSON, got {value?.GetRawText() ?? "nothing"}"));
        return new BrokenExpression($"The expression names no {what}.");
    }
}
