using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Definitions;

/// <summary>Parts of a graph.</summary>
public sealed class GraphTests
{
    /// <summary>The recorded answer to a graph without a node is an error 500, which would end the page; ours gives the root.</summary>
    [Fact]
    [Exchange("051-wd-subgraph")]
    [Exchange("052-wd-subgraph-parent")]
    [Exchange("053-wd-segments")]
    public async Task Gives_a_node_and_the_way_to_it()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var version = (await manager.SavedAsync(Sample.Text("graph"))).Id();

        var node = await manager.GetAsync($"/workflow-definitions/subgraph/{version}?parentNodeId=Workflow1:flow");
        node.ShouldAgreeWith("052-wd-subgraph-parent", Sample.Content);
        (await manager.GetAsync($"/workflow-definitions/subgraph/{version}")).Text.ShouldBe(node.Text);
        (await manager.GetAsync($"/workflow-definitions/subgraph/{version}?parentNodeId=Workflow1")).JsonOf(200)["activity"]!["type"]!.GetValue<string>().ShouldBe("Elsa.Workflow");

        var segments = await manager.GetAsync($"/workflow-definitions/subgraph/segments/{version}?childNodeId=Workflow1:flow:set");
        segments.ShouldAgreeWith("053-wd-segments", [.. Sample.Content, ".activity.result", ".activity.name"]);
        segments.Json["pathSegments"]!.AsArray().ShouldBeEmpty("it stands on the root's canvas");

        foreach (var missing in (string[])[$"{version}?parentNodeId=Workflow1:nobody", $"{version}?parentNodeId=Workflow1:flow:nobody", "nobody", $"segments/{version}?childNodeId=Workflow1:flow:nobody", "segments/nobody?childNodeId=x"])
        {
            (await manager.GetAsync($"/workflow-definitions/subgraph/{missing}")).Status.ShouldBe(404, missing);
        }
    }

    [Fact]
    public async Task Gives_what_stands_in_a_port_and_inside_a_workflow_that_is_used_as_an_activity()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var child = await manager.SavedAsync("""
            {"definitionId":"child","name":"Child","options":{"usableAsActivity":true},
             "root":{"id":"inner","type":"Elsa.Flowchart","version":1,"activities":[{"id":"say","type":"Elsa.WriteLine","version":1}]}}
            """, publish: true);
        var version = (await manager.SavedAsync("""
            {"definitionId":"parent","root":{"id":"flow","type":"Elsa.Flowchart","version":1,"activities":[
              {"id":"if","name":"If1","type":"Elsa.If","version":1,"then":{"id":"branch","type":"Elsa.Flowchart","version":1,"activities":[
                {"id":"use","name":"Child1","type":"Child","version":1,"workflowDefinitionId":"child","workflowDefinitionVersionId":"CHILD"}]}}]}}
            """.Replace("CHILD", child.Id(), StringComparison.Ordinal))).Id();

        var say = await manager.GetAsync($"/workflow-definitions/subgraph/{version}?parentNodeId=Workflow1:flow:if:branch:use:inner:say");
        say.JsonOf(200)["activity"]!["nodeId"]!.GetValue<string>().ShouldBe("Workflow1:flow:if:branch:use:inner:say");
        (await manager.GetAsync($"/workflow-definitions/subgraph/{version}?parentNodeId=Workflow1:flow:if:branch")).JsonOf(200)["port"]!.GetValue<string>().ShouldBe("Then");

        var segments = (await manager.GetAsync($"/workflow-definitions/subgraph/segments/{version}?childNodeId=Workflow1:flow:if:branch:use:inner:say")).JsonOf(200);
        segments["pathSegments"]!.AsArray().Select(segment => $"{segment!["activityNodeId"]} {segment["activityType"]} {segment["portName"]}")
            .ShouldBe(["Workflow1:flow:if Elsa.If Then", "Workflow1:flow:if:branch:use Child Root"]);
        segments["container"]!["nodeId"]!.GetValue<string>().ShouldBe("Workflow1:flow:if:branch:use");
        segments["childNode"]!["port"]!.GetValue<string>().ShouldBe("Activities");
    }
}
