using System.Text.Json;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.InMemory.Cases;

/// <summary>Reads a case from JSON: <c>{"definitions":[...],"input":...,"stimuli":...,"mode":"counter"|"token"}</c>.</summary>
public static class CaseReader
{
    /// <summary>Reads a case; properties of other names are left alone.</summary>
    /// <exception cref="FormatException">It has another shape; the message names the property.</exception>
    public static WorkflowCase Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"expected an object with definitions, got {json.ValueKind}");
        }

        if (json.Get("definitions") is not { ValueKind: JsonValueKind.Array } definitions || definitions.GetArrayLength() == 0)
        {
            throw new FormatException("definitions: expected a list with at least one definition");
        }

        var stimuli = Object(json, "stimuli") ?? default;
        return new WorkflowCase
        {
            Definitions = [.. definitions.EnumerateArray().Select(d => d.GetRawText())],
            Input = Object(json, "input") is { } input ? Inputs(input) : null,
            CorrelationId = stimuli.Text("correlationId"),
            Trigger = stimuli.Text("trigger"),
            Events = [.. stimuli.List("events").Select(Event)],
            Mode = Mode(json),
            Tasks = Object(stimuli, "tasks") is { } tasks ? tasks.EnumerateObject().DistinctBy(t => t.Name).ToDictionary(t => t.Name, t => t.Value.Clone()) : new Dictionary<string, JsonElement>(),
        };
    }

    /// <summary>Workflow inputs from an object.</summary>
    public static IReadOnlyDictionary<string, object?> Inputs(JsonElement input)
    {
        var values = new Dictionary<string, object?>();
        foreach (var property in input.EnumerateObject())
        {
            values[property.Name] = PlainValue.FromElement(property.Value);
        }

        return values;
    }

    private static JsonElement? Object(JsonElement json, string name) => json.Get(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => value,
        { } other => throw new FormatException($"{name}: expected an object, got {other.ValueKind}"),
    };

    private static FlowchartMode? Mode(JsonElement json) => json.Get("mode") switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } mode when mode.ValueEquals("counter") => FlowchartMode.Counter,
        { ValueKind: JsonValueKind.String } mode when mode.ValueEquals("token") => FlowchartMode.Token,
        { } other => throw new FormatException($"mode: expected \"counter\" or \"token\", got {other.GetRawText()}"),
    };

    private static CaseEvent Event(JsonElement json)
    {
        var name = json.Text("name");
        return string.IsNullOrEmpty(name)
            ? throw new FormatException("stimuli.events: expected each to have a name")
            : new CaseEvent(name, json.Get("payload")?.Clone(), json.Flag("once"));
    }
}
