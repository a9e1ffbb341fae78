using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Studio.Tests.Instances;

/// <summary>Definitions that the tests of instances run.</summary>
internal static class Samples
{
    /// <summary>Sets A to 1 and 2, waits for the event Go, sets A to 4 and the output Result, and is called "run".</summary>
    public static string Waiting { get; } = Flow(
        "waiting",
        [
            Set("SetVariable1", 1), Activity("FlowDecision1", "Elsa.FlowDecision", ("condition", Literal("Boolean", true))), Set("SetVariable2", 2),
            Activity("Event1", "Elsa.Event", ("eventName", Literal("String", "Go"))), Activity("SetName1", "Elsa.SetName", ("value", Literal("String", "run"))),
            Activity("SetOutput1", "Elsa.SetOutput", ("outputName", Literal("String", "Result")), ("outputValue", Literal("Object", "done"))), Set("SetVariable4", 4),
        ],
        ["SetVariable1>FlowDecision1", "FlowDecision1.True>SetVariable2", "SetVariable2>Event1", "Event1>SetName1", "SetName1>SetOutput1", "SetOutput1>SetVariable4"]);

    /// <summary>Runs through: names and correlates itself, and puts out its input Who.</summary>
    public static string Quick { get; } = Flow(
        "quick",
        [
            Activity("SetName1", "Elsa.SetName", ("value", Literal("String", "run"))), Activity("Correlate1", "Elsa.Correlate", ("correlationId", Literal("String", "c-1"))),
            Activity("SetOutput1", "Elsa.SetOutput", ("outputName", Literal("String", "Result")), ("outputValue", Expression("Object", "JavaScript", "getInput('Who')"))),
        ],
        ["SetName1>Correlate1", "Correlate1>SetOutput1"]);

    /// <summary>Faults and waits for a person.</summary>
    public static string Faulting { get; } = Flow(
        "faulting",
        [Activity("Fault1", "Elsa.Fault", ("code", Literal("String", "E1")), ("category", Literal("String", "Cat")), ("faultType", Literal("String", "T")), ("message", Literal("String", "boom")))],
        []);

    /// <summary>A script that fails.</summary>
    public static string FailingScript { get; } = Flow("script", [Activity("SetVariable1", "Elsa.SetVariable", ("variable", A()), ("value", Expression("Object", "JavaScript", "nope.nothing")))], []);

    /// <summary>Asks for a task and puts out what is reported.</summary>
    public static string Task { get; } = Flow("task", [Activity("RunTask1", "Elsa.RunTask", ("taskName", Literal("String", "Check")))], []);

    /// <summary>Waits for Go, only one instance at a time.</summary>
    public static string Single { get; } = Flow(
        "single", [Activity("Event1", "Elsa.Event", ("eventName", Literal("String", "Go")))], [], options: new JsonObject { ["activationStrategyType"] = "SingletonStrategy" });

    public static string Flow(string id, JsonObject[] activities, string[] connections, string? name = null, JsonObject? options = null)
    {
        options ??= [];
        options["incidentStrategyType"] = "ContinueWithIncidentsStrategy";
        return new JsonObject
        {
            ["definitionId"] = id,
            ["name"] = name ?? id,
            ["variables"] = new JsonArray(
                new JsonObject { ["id"] = "v1", ["name"] = "A", ["typeName"] = "Int32", ["value"] = "0", ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver" },
                new JsonObject { ["id"] = "v2", ["name"] = "B", ["typeName"] = "Int32", ["value"] = "0" }),
            ["outputs"] = new JsonArray(new JsonObject { ["type"] = "String", ["name"] = "Result" }),
            ["options"] = options,
            ["root"] = new JsonObject
            {
                ["id"] = "Flowchart1",
                ["name"] = "Flowchart1",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = new JsonArray([.. activities]),
                ["connections"] = new JsonArray([.. connections.Select(Connection)]),
            },
        }.ToJsonString();
    }

    public static JsonObject Activity(string id, string type, params (string Name, JsonNode Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in inputs)
        {
            activity[name] = value;
        }

        return activity;
    }

    public static JsonObject Set(string id, int value) => Activity(id, "Elsa.SetVariable", ("variable", A()), ("value", Literal("Object", value)));

    public static JsonObject Literal<T>(string type, T value) => Expression(type, "Literal", value);

    public static JsonObject Expression<T>(string type, string language, T value) =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = language, ["value"] = JsonSerializer.SerializeToNode(value) } };

    private static JsonObject A() => new() { ["id"] = "v1", ["name"] = "A", ["typeName"] = "Int32" };

    private static JsonObject Connection(string text)
    {
        var (from, to) = (text.Split('>')[0], text.Split('>')[1]);
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from.Split('.')[0], ["port"] = from.Contains('.') ? from.Split('.')[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        };
    }
}
