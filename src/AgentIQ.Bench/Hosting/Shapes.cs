using System.Text.Json;

namespace AgentIQ.Bench.Hosting;

/// <summary>The definitions that are measured, as Elsa 3 JSON.</summary>
internal static class Shapes
{
    /// <summary>Activities one after the other in a flowchart; each writes a line.</summary>
    public static string Straight(string id, int activities) =>
        Flow(id, [.. Enumerable.Range(1, activities).Select(i => Line($"a{i}"))]);

    /// <summary>Eight activities, the fifth of them waits for the event Go.</summary>
    public static string Waiting(string id) =>
        Flow(id, [Line("a1"), Line("a2"), Line("a3"), Line("a4"), Of("a5", "Elsa.Event", ("eventName", Literal("Go"))), Line("a6"), Line("a7"), Line("a8")]);

    /// <summary>Waits a day, then one line.</summary>
    public static string Timer(string id) => Flow(id, [Of("a1", "Elsa.Delay", ("timeSpan", Literal("1.00:00:00"))), Line("a2")]);

    /// <summary>Waits for Go, then notes the time.</summary>
    public static string Marked(string id) => Flow(id, [Of("a1", "Elsa.Event", ("eventName", Literal("Go"))), Of("a2", "Bench.Mark")]);

    /// <summary>Eight activities, one of which touches the database.</summary>
    public static string Touching(string id) =>
        Flow(id, [Line("a1"), Line("a2"), Line("a3"), Of("a4", "Bench.Touch"), Line("a5"), Line("a6"), Line("a7"), Line("a8")]);

    /// <summary>A loop whose condition and body are JavaScript: two activities a round.</summary>
    public static string Loop(string id, int rounds) => Definition(
        id,
        Of(
            "loop", "Elsa.While",
            ("condition", Expression("JavaScript", $"getVariable('i') < {rounds}")),
            ("body", Of("body", "Elsa.SetVariable", ("variable", new { id = "i", name = "i" }), ("value", Expression("JavaScript", "getVariable('i') + 1"))))),
        [new { id = "i", name = "i", typeName = "Int32", value = "0", storageDriverTypeName = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core" }]);

    private static string Flow(string id, Dictionary<string, object?>[] activities)
    {
        var connections = activities.Zip(activities.Skip(1)).Select(pair => new
        {
            source = new { activity = pair.First["id"], port = "Done" },
            target = new { activity = pair.Second["id"], port = "In" },
        });
        return Definition(id, Of("flow", "Elsa.Flowchart", ("activities", activities), ("connections", connections)), []);
    }

    private static string Definition(string id, Dictionary<string, object?> root, object[] variables) =>
        JsonSerializer.Serialize(new { definitionId = id, name = id, version = 1, variables, options = new { }, root });

    private static Dictionary<string, object?> Line(string id) => Of(id, "Elsa.WriteLine", ("text", Literal($"line of {id}")));

    private static Dictionary<string, object?> Of(string id, string type, params (string Name, object? Value)[] properties)
    {
        var activity = new Dictionary<string, object?> { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in properties)
        {
            activity[name] = value;
        }

        return activity;
    }

    private static object Literal(object? value) => Expression("Literal", value);

    private static object Expression(string type, object? value) => new { typeName = "Object", expression = new { type, value } };
}
