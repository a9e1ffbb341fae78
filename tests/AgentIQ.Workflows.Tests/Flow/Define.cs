using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Tests;

/// <summary>Small definitions in a line: <c>Define.Flow("a b c", "a>b b>c")</c>.</summary>
internal static class Define
{
    /// <param name="activities">Ids that write themselves as a line, or JSON objects from the helpers.</param>
    /// <param name="connections"><c>source[.Port]&gt;target</c>, separated by blanks.</param>
    /// <param name="id">The definition's id.</param>
    /// <param name="options">Such as the incident strategy.</param>
    /// <param name="variables">Declared variables.</param>
    public static string Flow(object[] activities, string connections, string id = "test", object? options = null, object[]? variables = null) => JsonSerializer.Serialize(new
    {
        definitionId = id,
        name = id,
        version = 1,
        variables = variables ?? [],
        options = options ?? new { },
        root = Flowchart("flow", activities, connections),
    });

    public static string Root(JsonObject root, object? options = null, object[]? variables = null, string id = "test") => JsonSerializer.Serialize(new
    {
        definitionId = id,
        name = id,
        version = 1,
        variables = variables ?? [],
        options = options ?? new { },
        root,
    });

    public static JsonObject Flowchart(string id, object[] activities, string connections) => Node(new
    {
        id,
        type = "Elsa.Flowchart",
        version = 1,
        activities = activities.Select(Activity).ToArray(),
        connections = connections.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Connection).ToArray(),
    });

    public static JsonObject Sequence(string id, params object[] activities) =>
        Node(new { id, type = "Elsa.Sequence", version = 1, activities = activities.Select(Activity).ToArray() });

    public static JsonObject Line(string id, string? text = null) => Of(id, "Elsa.WriteLine", ("text", Literal(text ?? id)));

    public static JsonObject Of(string id, string type, params (string Name, object? Value)[] properties)
    {
        var node = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in properties)
        {
            node[name] = value is JsonNode given ? given.DeepClone() : JsonSerializer.SerializeToNode(value);
        }

        return node;
    }

    public static JsonObject Event(string id, string name) => Of(id, "Elsa.Event", ("eventName", Literal(name)));

    public static JsonObject Trigger(string id, string name) =>
        Of(id, "Elsa.Event", ("eventName", Literal(name)), ("customProperties", new { canStartWorkflow = true }));

    public static JsonObject Delay(string id, TimeSpan time) => Of(id, "Elsa.Delay", ("timeSpan", Literal(time.ToString("c"))));

    public static JsonObject Decision(string id, string script) => Of(id, "Elsa.FlowDecision", ("condition", Script(script)));

    public static JsonObject Join(string id, string mode) => Of(id, "Elsa.FlowJoin", ("mode", Literal(mode)));

    public static JsonObject Fault(string id, string message = "broken") => Of(id, "Elsa.Fault", ("message", Literal(message)));

    public static JsonObject Set(string id, string variable, string script) =>
        Of(id, "Elsa.SetVariable", ("variable", new { id = variable, name = variable }), ("value", Script(script)));

    public static object Variable(string name, string type = "Object", string? value = null, bool stored = true) => new
    {
        id = name,
        name,
        typeName = type,
        value,
        storageDriverTypeName = stored ? "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core" : null,
    };

    public static JsonObject Literal(object? value) => Expression("Literal", value);

    public static JsonObject Script(string source) => Expression("JavaScript", source);

    public static JsonObject Expression(string type, object? value) => Node(new { typeName = "Object", expression = new { type, value } });

    public static object ContinueWithIncidents { get; } = new { incidentStrategyType = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core" };

    private static JsonObject Node(object value) => JsonSerializer.SerializeToNode(value)!.AsObject();

    private static JsonNode Activity(object activity) => activity is JsonObject node ? node.DeepClone() : Line((string)activity);

    private static object Connection(string text)
    {
        var (source, target) = (text.Split('>')[0], text.Split('>')[1]);
        var port = source.Contains('.') ? source.Split('.')[1] : "Done";
        return new { source = new { activity = source.Split('.')[0], port }, target = new { activity = target, port = "In" } };
    }
}
