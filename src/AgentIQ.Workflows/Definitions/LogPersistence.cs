using System.Text.Json;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Definitions;

/// <summary>
/// Which values of an activity the journal keeps, as the author chose: <c>logPersistenceConfig</c> of 3.8, else <c>logPersistenceMode</c>
/// of older definitions. What the activity leaves open the workflow decides, what that leaves open is kept. A choice that is an
/// expression keeps nothing: the journal is written without running scripts, and what somebody wanted to think about is not shown by default.
/// </summary>
internal sealed class LogPersistence
{
    /// <summary>Keeps all.</summary>
    public static readonly LogPersistence Everything = new([], []);

    private readonly bool[] _inputs;
    private readonly bool[] _outputs;

    private LogPersistence(bool[] inputs, bool[] outputs) => (_inputs, _outputs) = (inputs, outputs);

    /// <summary>By place in the node's list of input bindings.</summary>
    public bool KeepsInput(int binding) => _inputs.Length == 0 || _inputs[binding];

    /// <summary>By place in the descriptor's list of outputs.</summary>
    public bool KeepsOutput(int output) => _outputs.Length == 0 || _outputs[output];

    /// <summary>Whether the workflow keeps what an activity says nothing about.</summary>
    public static bool OfWorkflow(JsonElement definition) => Choice(Settings(definition), "default") ?? true;

    public static LogPersistence Of(JsonElement activity, IReadOnlyList<InputBinding> inputs, ActivityDescriptor descriptor, bool isKeptByDefault)
    {
        var settings = Settings(activity);
        var isKept = Choice(settings, "default") ?? isKeptByDefault;
        return new LogPersistence(
            Choices([.. inputs.Select(i => i.Input.JsonName)], settings.Get("inputs") ?? default, isKept),
            Choices([.. descriptor.Outputs.Select(o => o.JsonName)], settings.Get("outputs") ?? default, isKept));
    }

    /// <summary>Empty when all are kept, which is the ordinary case and costs nothing.</summary>
    private static bool[] Choices(string[] names, JsonElement settings, bool isKept)
    {
        var choices = Array.ConvertAll(names, name => Choice(settings, name) ?? isKept);
        return Array.TrueForAll(choices, kept => kept) ? [] : choices;
    }

    private static JsonElement Settings(JsonElement owner)
    {
        var properties = owner.Get("customProperties") ?? default;
        var config = properties.Get("logPersistenceConfig");
        return (IsEmpty(config) ? properties.Get("logPersistenceMode") : config) ?? default;
    }

    /// <summary>The designer writes a configuration without any choice beside an older mode that has one.</summary>
    private static bool IsEmpty(JsonElement? config) =>
        config is not { ValueKind: JsonValueKind.Object } given || given.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.Null
            || (p.Value.ValueKind == JsonValueKind.Object && !p.Value.EnumerateObject().Any()));

    private static bool? Choice(JsonElement settings, string name)
    {
        if (settings.ValueKind == JsonValueKind.String && name == "default")
        {
            return Choice(settings.GetString());
        }

        return settings.Get(name) switch
        {
            { ValueKind: JsonValueKind.String } mode => Choice(mode.GetString()),
            { ValueKind: JsonValueKind.Object } config when config.Text("evaluationMode") == "Expression" => false,
            { ValueKind: JsonValueKind.Object } config => Choice(config.Text("strategyType")?.Split(',')[0].Split('.')[^1]),
            _ => null,
        };
    }

    private static bool? Choice(string? mode) => mode switch
    {
        "Include" => true,
        "Exclude" => false,
        _ => null, // Inherit, Configuration, and what older releases called default
    };
}
