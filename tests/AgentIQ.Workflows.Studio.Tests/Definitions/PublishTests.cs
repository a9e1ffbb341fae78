using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Definitions;

/// <summary>A new definition is created and published by one save, as scripts do it.</summary>
public sealed class PublishTests
{
    [Theory]
    [Exchange("080-wait-publish")]
    [Exchange("117-fault-publish")]
    [Exchange("119-jserr-publish")]
    [InlineData("080-wait-publish", """{"type":"Elsa.Event","eventName":{"typeName":"String","expression":{"type":"Literal","value":"Go"}}}""")]
    [InlineData("117-fault-publish", """{"type":"Elsa.Fault","message":{"typeName":"String","expression":{"type":"Literal","value":"нет"}}}""")]
    [InlineData("119-jserr-publish", """{"type":"Elsa.SetVariable","variable":{"id":"v1","name":"A","typeName":"Int32"},"value":{"typeName":"Object","expression":{"type":"JavaScript","value":"nowhere.to"}}}""")]
    public async Task One_save_creates_and_publishes(string exchange, string activity)
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var definition = Sample.Json("new-one");
        var flow = definition["root"]!.AsObject();
        var only = JsonNode.Parse(activity)!.AsObject();
        (only["id"], only["name"], only["version"], only["customProperties"], only["metadata"]) = ("only", "Only1", 1, new JsonObject(), new JsonObject());
        flow["activities"] = new JsonArray(only);
        flow["connections"] = new JsonArray();

        var answer = await manager.SaveAsync(definition, publish: true);

        answer.ShouldAgreeWith(exchange, [.. Sample.Content, ".root.activities", ".root.start", ".root.connections", ".inputs", ".outputs", ".variables"]);
        answer.Json["workflowDefinition"]!["isPublished"]!.GetValue<bool>().ShouldBeTrue();
        (await manager.OpenAsync("new-one", "Published"))["version"]!.GetValue<int>().ShouldBe(1);
    }
}
