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

    /// <summary>The activity with a merge mode, for flowcharts that run on tokens.</summary>
    public static JsonObject Merging(string mode, object activity)
    {
        var node = Activity(activity).AsObject();
        node["customProperties"] = new JsonObject { ["mergeMode"] = mode };
        return node;
    }

    public static JsonObject Event(string id, string name) => Of(id, "Elsa.Event", ("eventName", Literal(name)));

    public static JsonObject Trigger(string id, string name) =>
        Of(id, "Elsa.Event", ("eventName", Literal(name)), ("customProperties", new { canStartWorkflow = true }));

    public static JsonObject Delay(string id, TimeSpan time) => Of(id, "Elsa.Delay", ("timeSpan", Literal(time.ToString("c"))));

    public static JsonObject Decision(string id, string script) => Of(id, "Elsa.FlowDecision", ("condition", Script(script)));

    public static JsonObject Join(string id, string mode) => Of(id, "Elsa.FlowJoin", ("mode", Literal(mode)));

    public static JsonObject Say(string id, string script) => Of(id, "Elsa.WriteLine", ("text", Script(script)));

    /// <summary>The activity with an output bound to a variable or a workflow output.</summary>
    public static JsonObject Bound(JsonObject activity, string output, string target)
    {
        activity[output] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = target } };
        return activity;
    }

    public static JsonObject Fork(string id, params string[] branches) => Of(id, "Elsa.FlowFork", ("branches", Expression("Object", JsonSerializer.Serialize(branches))));

    public static JsonObject If(string id, string condition, object? then = null, object? otherwise = null) =>
        Embedding(Of(id, "Elsa.If", ("condition", Script(condition))), ("then", then), ("else", otherwise));

    public static JsonObject While(string id, string condition, object? body) => Embedding(Of(id, "Elsa.While", ("condition", Script(condition))), ("body", body));

    public static JsonObject For(string id, int start, int end, object? body, int? step = null, bool? inclusive = null)
    {
        var loop = Of(id, "Elsa.For", ("start", Literal(start)), ("end", Literal(end)));
        if (step is not null)
        {
            loop["step"] = Literal(step);
        }

        if (inclusive is not null)
        {
            loop["outerBoundInclusive"] = Literal(inclusive);
        }

        return Embedding(loop, ("body", body));
    }

    public static JsonObject ForEach(string id, string items, object? body) => Embedding(Of(id, "Elsa.ForEach", ("items", Script(items))), ("body", body));

    public static JsonObject ParallelForEach(string id, string items, object? body) => Embedding(Of(id, "Elsa.ParallelForEach", ("items", Script(items))), ("body", body));

    public static JsonObject Parallel(string id, params object[] activities) => Of(id, "Elsa.Parallel", ("activities", new JsonArray([.. activities.Select(Activity)])));

    /// <summary>A case is <c>(label, condition as script, activity or null)</c>.</summary>
    public static JsonObject Switch(string id, string mode, object? otherwise, params (string Label, string Condition, object? Activity)[] cases) => Embedding(
        Of(id, "Elsa.Switch", ("mode", Literal(mode)), ("cases", new JsonArray([.. cases.Select(c => new JsonObject
        {
            ["label"] = c.Label,
            ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = c.Condition },
            ["activity"] = c.Activity is null ? null : Activity(c.Activity),
        })]))),
        ("default", otherwise));

    private static JsonObject Embedding(JsonObject activity, params (string Port, object? Embedded)[] ports)
    {
        foreach (var (port, embedded) in ports.Where(p => p.Embedded is not null))
        {
            activity[port] = Activity(embedded!);
        }

        return activity;
    }

    public static JsonObject Fault(string id, string message = "broken") => Of(id, "Elsa.Fault", ("message", Literal(message)));

    public static JsonObject Set(string id, string variable, string script) =>
        Of(id, "Elsa.SetVariable", ("variable", new { id = variable, name = variable }), ("value", Script(script)));

    /// <summary>The container with variables of its own.</summary>
    public static JsonObject WithVariables(JsonObject container, params object[] variables)
    {
        container["variables"] = JsonSerializer.SerializeToNode(variables);
        return container;
    }

    public static object Variable(string name, string type = "Object", string? value = null, bool stored = true, string? id = null, bool isArray = false) => new
    {
        id = id ?? name,
        name,
        typeName = type,
        isArray,
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
