using System.Globalization;
using System.Text.Json;
using AgentIQ.Workflows.Definitions.Text;

namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>A definition read for comparing: its activities in flow order, its connections, the names of its variables. Nothing is checked.</summary>
internal sealed class Outline
{
    private static readonly HashSet<string> NoPlaces = new(StringComparer.Ordinal) { "customProperties", "metadata", "connections", "variables" };

    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly List<OutlineConnection> _connections = [];
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    private Outline(JsonElement definition)
    {
        Definition = definition;
        CollectVariables(definition);
        if (definition.Get("root") is { } root && root.IsActivity())
        {
            Root = Read(root, parent: null, place: string.Empty);
            Activities = [Root, .. Root.Inside];
        }
        else
        {
            Activities = [];
        }

        ByKey = Activities.ToDictionary(a => a.Key, StringComparer.Ordinal);
    }

    public JsonElement Definition { get; }

    public OutlineActivity? Root { get; }

    /// <summary>The root first, each before what is inside it.</summary>
    public IReadOnlyList<OutlineActivity> Activities { get; }

    public IReadOnlyDictionary<string, OutlineActivity> ByKey { get; }

    public IReadOnlyList<OutlineConnection> Connections => _connections;

    /// <summary>Names by id, those of containers included.</summary>
    public IReadOnlyDictionary<string, string> Variables => _variables;

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static Outline Read(string json)
    {
        using var document = JsonDocument.Parse(DefinitionText.ForStore(json));
        return new Outline(document.RootElement.Clone());
    }

    /// <summary>Null when the text is not JSON.</summary>
    public static Outline? TryRead(string json)
    {
        try
        {
            return Read(json);
        }
        catch (JsonException)
        {
            // Compiling says where it is broken.
            return null;
        }
    }

    private OutlineActivity Read(JsonElement json, OutlineActivity? parent, string place)
    {
        var id = json.Text("id")!;
        var uses = _uses[id] = _uses.GetValueOrDefault(id) + 1;
        var metadata = json.Get("metadata") ?? default;
        var activity = new OutlineActivity
        {
            Key = parent is null ? string.Empty : uses == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}#{uses}"),
            Reference = new ActivityReference(id, NotEmpty(metadata.Text("displayText")), NotEmpty(json.Text("name")), json.Text("type")!),
            Json = json,
            Parent = parent,
            Place = place,
        };
        CollectVariables(json);
        var connections = Connect(json, activity.Key);
        _connections.AddRange(connections);
        List<OutlineActivity> children = [.. Inside(json).Select(inner => Read(inner.Json, activity, inner.Place))];
        activity.Children = activity.IsFlowchart ? FlowOrder.Of(children, connections) : children;
        return activity;
    }

    private void CollectVariables(JsonElement owner)
    {
        foreach (var variable in owner.List("variables"))
        {
            if ((variable.Text("id") ?? variable.Text("name")) is { } id)
            {
                _variables.TryAdd(id, variable.Text("name") ?? id);
            }
        }
    }

    private static List<OutlineConnection> Connect(JsonElement activity, string flowchart) =>
    [
        .. activity.List("connections").Select(c => new OutlineConnection(
            flowchart,
            c.Get("source")?.Text("activity") ?? string.Empty,
            c.Get("source")?.Text("port") ?? "Done",
            c.Get("target")?.Text("activity") ?? string.Empty,
            c.Get("target")?.Text("port") ?? "In")).Distinct(),
    ];

    /// <summary>Wherever an activity stands: a port, a list, a case of a list.</summary>
    private static IEnumerable<(JsonElement Json, string Place)> Inside(JsonElement activity)
    {
        foreach (var property in activity.EnumerateObject().Where(p => !NoPlaces.Contains(p.Name)))
        {
            if (property.Value.IsActivity())
            {
                yield return (property.Value, property.Name);
            }
            else if (property.Value.ValueKind == JsonValueKind.Array)
            {
                var index = 0;
                foreach (var item in property.Value.EnumerateArray())
                {
                    index++;
                    if (item.IsActivity())
                    {
                        yield return (item, property.Name);
                    }
                    else if (item.Get("activity") is { } inner && inner.IsActivity())
                    {
                        yield return (inner, $"{property.Name}: {item.Text("label") ?? (item.Number("statusCode") ?? index).ToString(CultureInfo.InvariantCulture)}");
                    }
                }
            }
        }
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
