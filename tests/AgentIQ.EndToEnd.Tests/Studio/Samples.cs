using System.Text.Json.Nodes;

namespace AgentIQ.EndToEnd.Tests.Studio;

/// <summary>Small definitions as the designer sends them.</summary>
internal static class Samples
{
    /// <summary>A flowchart of some activities.</summary>
    public static JsonNode Definition(string id, string name, IEnumerable<JsonNode> activities, params (string From, string To)[] connections) => new JsonObject
    {
        ["definitionId"] = id,
        ["name"] = name,
        ["variables"] = new JsonArray(new JsonObject
        {
            ["id"] = "ready",
            ["name"] = "Ready",
            ["typeName"] = "String",
            ["value"] = "no",
            ["storageDriverTypeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
        }),
        ["inputs"] = new JsonArray(),
        ["outputs"] = new JsonArray(),
        ["outcomes"] = new JsonArray(),
        ["customProperties"] = new JsonObject(),
        ["options"] = new JsonObject(),
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["name"] = "Flow",
            ["variables"] = new JsonArray(),
            ["customProperties"] = new JsonObject(),
            ["metadata"] = new JsonObject(),
            ["activities"] = new JsonArray([.. activities]),
            ["connections"] = new JsonArray([.. connections.Select(connection => new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = connection.From, ["port"] = "Done" },
                ["target"] = new JsonObject { ["activity"] = connection.To, ["port"] = "In" },
            })]),
        },
    };

    /// <summary>Writes a line.</summary>
    public static JsonNode Line(string id, string title, int x, string text, string syntax = "Literal") =>
        Activity(id, title, x, "Elsa.WriteLine", "text", new JsonObject { ["type"] = syntax, ["value"] = text });

    /// <summary>Runs a script.</summary>
    public static JsonNode Script(string id, string title, int x, string script) =>
        Activity(id, title, x, "Elsa.RunJavaScript", "script", new JsonObject { ["type"] = "Literal", ["value"] = script });

    /// <summary>Waits for an event.</summary>
    public static JsonNode Event(string id, string title, int x, string name) =>
        Activity(id, title, x, "Elsa.Event", "eventName", new JsonObject { ["type"] = "Literal", ["value"] = name });

    /// <summary>An activity whose type nobody has registered.</summary>
    public static JsonNode Unknown(string id, string title, int x) => Activity(id, title, x, "Gone.Activity", "level", new JsonObject { ["type"] = "Literal", ["value"] = "7" });

    private static JsonObject Activity(string id, string title, int x, string type, string input, JsonNode expression) => new()
    {
        ["id"] = id,
        ["name"] = id,
        ["type"] = type,
        ["version"] = 1,
        ["customProperties"] = new JsonObject(),
        ["metadata"] = new JsonObject
        {
            ["displayText"] = title,
            ["designer"] = new JsonObject
            {
                ["position"] = new JsonObject { ["x"] = x, ["y"] = 200 },
                ["size"] = new JsonObject { ["width"] = 200, ["height"] = 54 },
            },
        },
        [input] = new JsonObject { ["typeName"] = "String", ["expression"] = expression },
    };
}
