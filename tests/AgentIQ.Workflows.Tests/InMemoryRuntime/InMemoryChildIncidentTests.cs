using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.InMemory;

namespace AgentIQ.Workflows.Tests.InMemoryRuntime;

/// <summary>What is done about a child's fault closes the incident that shows it to the parent, as in the durable engine.</summary>
public sealed class InMemoryChildIncidentTests
{
    private readonly InMemoryWorkflows _world = new();

    [Fact]
    public async Task A_retry_of_the_child_closes_the_parents_incident()
    {
        var (parent, child) = await FaultAsync();

        (await _world.RetryAsync(child, child.State.Incidents[0].Id)).ShouldBeTrue();

        child.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        parent.State.Incidents.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_retry_at_the_parent_retries_what_failed_in_the_child()
    {
        var (parent, child) = await FaultAsync();

        (await _world.RetryAsync(parent, parent.State.Incidents[0].Id)).ShouldBeTrue();

        child.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        child.State.Incidents.ShouldBeEmpty();
        parent.State.Incidents.ShouldBeEmpty();
    }

    /// <summary>A child that fails because it starts something that is not there, and then is.</summary>
    private async Task<(InMemoryInstance Parent, InMemoryInstance Child)> FaultAsync()
    {
        _world.Publish(Define.Flow([Starting("inner", "missing")], "", id: "child"));
        _world.Publish(Define.Flow([Starting("outer", "child"), Define.Event("wait", "Go")], "outer>wait", id: "parent"));
        var parent = await _world.StartAsync(new StartWorkflow("parent"));
        var child = _world.Instances.Single(i => i.ParentInstanceId == parent.Id);
        child.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        parent.State.Incidents.ShouldHaveSingleItem().ChildInstanceId.ShouldBe(child.Id);
        _world.Publish(Define.Flow(["end"], "", id: "missing"));
        return (parent, child);
    }

    private static System.Text.Json.Nodes.JsonObject Starting(string id, string definition) => Define.Of(
        id, "Elsa.DispatchWorkflow", ("workflowDefinitionId", Define.Literal(definition)), ("waitForCompletion", Define.Literal(true)));
}
