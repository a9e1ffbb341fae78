using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Definitions;

/// <summary>A definition of ours with one of everything that the designer writes, and what tests do with it.</summary>
internal static class Sample
{
    /// <summary>Which inputs an activity has depends on its type, so the recorded ones are not ours.</summary>
    public static readonly string[] Content = [".activities[].variable", ".activities[].value", ".activities[].condition"];

    private const string Definition =
        """
        {
          "id": null, "definitionId": "ID", "name": "NAME", "description": "Проверка маршрутов", "version": 1, "toolVersion": "3.8.0.0",
          "variables": [
            {"id":"v1","name":"A","typeName":"Int32","isArray":false,"value":"0","storageDriverTypeName":"WorkflowInstanceStorageDriver"},
            {"id":"v2","name":"B","typeName":"String","isArray":false,"storageDriverTypeName":"WorkflowInstanceStorageDriver"}],
          "inputs": [{"uiHint":"singleline","type":"String","name":"Who","displayName":"Кто","description":"","category":"Primitives"}],
          "outputs": [{"type":"String","name":"Result","displayName":"Итог","description":"","category":"Primitives"}],
          "outcomes": [], "customProperties": {}, "isReadonly": false, "isSystem": false, "isLatest": true, "isPublished": false,
          "options": {"autoUpdateConsumingWorkflows": false},
          "root": {
            "id": "flow", "nodeId": "Workflow1:flow", "name": "Flowchart1", "type": "Elsa.Flowchart", "version": 1, "customProperties": {}, "metadata": {}, "variables": [],
            "activities": [
              {"variable":{"id":"v1","name":"A","typeName":"Int32"},"value":{"typeName":"Object","expression":{"type":"Literal","value":1}},
               "id":"set","nodeId":"Workflow1:flow:set","name":"SetVariable1","type":"Elsa.SetVariable","version":1,"customProperties":{},"metadata":{"displayText":"Запомнить","designer":{"position":{"x":0.50,"y":1e1}}}},
              {"condition":{"typeName":"Boolean","expression":{"type":"Literal","value":true}},
               "id":"decide","nodeId":"Workflow1:flow:decide","name":"FlowDecision1","type":"Elsa.FlowDecision","version":1,"customProperties":{},"metadata":{"designer":{"position":{"x":200,"y":0}}}}],
            "connections": [{"source":{"activity":"set","port":"Done"},"target":{"activity":"decide","port":"In"},"vertices":[]}]
          }
        }
        """;

    /// <summary>Its text.</summary>
    /// <param name="definitionId">Its id; null: it is a new one.</param>
    /// <param name="name">Its name.</param>
    public static string Text(string? definitionId, string name = "Пример") => Definition
        .Replace("\"ID\"", definitionId is null ? "null" : $"\"{definitionId}\"", StringComparison.Ordinal)
        .Replace("NAME", name, StringComparison.Ordinal);

    /// <summary>It as an object, to be changed.</summary>
    public static JsonObject Json(string? definitionId, string name = "Пример") => JsonNode.Parse(Text(definitionId, name))!.AsObject();

    /// <summary>Saves a text or an object as the editor does.</summary>
    public static Task<Answer> SaveAsync(this StudioClient client, object model, bool publish = false) => client.PostAsync(
        "/workflow-definitions", $$"""{"model":{{(model is JsonNode node ? node.ToJsonString() : model)}},"publish":{{(publish ? "true" : "false")}}}""");

    /// <summary>Saves and gives the definition that came back.</summary>
    public static async Task<JsonObject> SavedAsync(this StudioClient client, object model, bool publish = false) =>
        (await client.SaveAsync(model, publish)).JsonOf(200)["workflowDefinition"]!.AsObject();

    /// <summary>Opens it as the editor does.</summary>
    public static async Task<JsonObject> OpenAsync(this StudioClient client, string definitionId, string version = "Latest") =>
        (await client.GetAsync($"/workflow-definitions/by-definition-id/{definitionId}?versionOptions={version}")).JsonOf(200).AsObject();

    /// <summary>What the editor sends after somebody typed another description.</summary>
    public static JsonObject Described(this JsonObject definition, string description)
    {
        var changed = definition.DeepClone().AsObject();
        changed["description"] = description;
        changed["links"] = null;
        return changed;
    }

    public static string Id(this JsonNode definition) => definition["id"]!.GetValue<string>();

    public static string Revision(this JsonNode definition) => definition["customProperties"]!["agentiqRevision"]!.GetValue<string>();

    /// <summary>The texts that the designer shows of a refusal.</summary>
    public static string[] Errors(this Answer answer) =>
        [.. answer.JsonOf(400)["errors"]!.AsObject().SelectMany(field => field.Value!.AsArray().Select(text => text!.GetValue<string>()))];
}
