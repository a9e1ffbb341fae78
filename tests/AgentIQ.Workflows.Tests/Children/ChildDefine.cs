using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Tests.Children;

/// <summary>Definitions that start, use and report to others.</summary>
internal static class ChildDefine
{
    public static JsonObject Execute(string id, string definition, bool wait = false, object? input = null, string? result = null, string? correlation = null) =>
        Calling(id, "Elsa.ExecuteWorkflow", definition, wait, input, result, correlation);

    public static JsonObject Dispatch(string id, string definition, bool wait = false, object? input = null, string? result = null, string? correlation = null) =>
        Calling(id, "Elsa.DispatchWorkflow", definition, wait, input, result, correlation);

    public static JsonObject Output(string id, string name, string script) =>
        Define.Of(id, "Elsa.SetOutput", ("outputName", Define.Literal(name)), ("outputValue", Define.Script(script)));

    public static JsonObject Say(string id, string script) => Define.Of(id, "Elsa.WriteLine", ("text", Define.Script(script)));

    public static JsonObject Bound(string variable) => JsonSerializer.SerializeToNode(new { typeName = "Object", memoryReference = new { id = variable } })!.AsObject();

    public static JsonObject Json(object value) => Define.Expression("Object", JsonSerializer.Serialize(value));

    /// <summary>A definition that others can use as an activity.</summary>
    public static string Usable(string definition, int version = 1, string[]? inputs = null, string[]? outputs = null, string[]? outcomes = null, object[]? variables = null)
    {
        var node = JsonNode.Parse(definition)!.AsObject();
        node["version"] = version;
        node["inputs"] = JsonSerializer.SerializeToNode((inputs ?? []).Select(i => new { name = i, type = "Object" }));
        node["outputs"] = JsonSerializer.SerializeToNode((outputs ?? []).Select(o => new { name = o, type = "Object" }));
        node["outcomes"] = JsonSerializer.SerializeToNode(outcomes ?? []);
        node["variables"] = JsonSerializer.SerializeToNode(variables ?? []);
        node["options"]!["usableAsActivity"] = true;
        return node.ToJsonString();
    }

    public static JsonObject Use(string id, string type, int version = 1, params (string Name, object? Value)[] properties)
    {
        var node = Define.Of(id, type, properties);
        node["version"] = version;
        return node;
    }

    public static object Strategy(string name) => new { activationStrategyType = $"Elsa.Workflows.Runtime.ActivationValidators.{name}, Elsa.Workflows.Runtime" };

    private static JsonObject Calling(string id, string type, string definition, bool wait, object? input, string? result, string? correlation)
    {
        var node = Define.Of(id, type, ("workflowDefinitionId", Define.Literal(definition)), ("waitForCompletion", Define.Literal(wait ? "true" : "false")));
        if (input is not null)
        {
            node["input"] = Json(input);
        }

        if (correlation is not null)
        {
            node["correlationId"] = Define.Literal(correlation);
        }

        if (result is not null)
        {
            node["result"] = Bound(result);
        }

        return node;
    }
}
