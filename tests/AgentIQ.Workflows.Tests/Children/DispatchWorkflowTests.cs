using AgentIQ.Workflows.Execution;
using static AgentIQ.Workflows.Tests.Children.ChildDefine;

namespace AgentIQ.Workflows.Tests.Children;

public sealed class DispatchWorkflowTests
{
    private static readonly object[] R = [Define.Variable("R")];

    [Fact]
    public async Task Starts_the_child_after_the_burst_and_goes_on_at_once()
    {
        var world = await new World(
            Define.Flow([Dispatch("x", "child", input: new { Name = "Zoe" }, correlation: "c7"), "z"], "x>z"),
            Define.Flow([Say("k", "getInput('Name') + ' ' + getCorrelationId()")], "", id: "child")).StartAsync();

        world.Lines.ShouldBe(["z", "Zoe c7"]);
        world.Inline.ShouldBe(0);
        world.Of("child").ParentInstanceId.ShouldBe(world.Main.Id);
        world.Of("child").Input["ParentInstanceId"].ShouldBe(world.Main.Id.ToString());
    }

    [Fact]
    public async Task Waits_for_the_childs_output()
    {
        var world = await new World(
            Define.Flow([Dispatch("x", "child", wait: true, result: "R"), "z"], "x>z", variables: R),
            Define.Flow(["k", Output("o", "Answer", "42")], "k>o", id: "child")).StartAsync();

        world.Lines.ShouldBe(["k", "z"]);
        world.Json("R").ShouldBe("""{"Answer":42}""");
        world.Journal.Where(j => j.StartsWith('x')).ShouldBe(["x:Started", "x:Suspended", "x:Resumed", "x:Completed"]);
    }

    [Fact]
    public async Task A_faulted_child_gives_an_empty_record_and_an_incident_of_the_parent()
    {
        var world = await new World(
            Define.Flow([Dispatch("x", "child", wait: true, result: "R"), "z"], "x>z", variables: R),
            Define.Flow([Define.Fault("f", "bad luck")], "", id: "child")).StartAsync();

        world.Lines.ShouldBe(["z"]);
        world.Json("R").ShouldBe("{}");
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        world.Incidents.Single(i => i.Instance == world.Main.Id).Incident.Node.Id.ShouldBe("x");
    }

    [Fact]
    public async Task Without_a_published_version_it_is_an_incident()
    {
        var world = await new World(Define.Flow([Dispatch("x", "nowhere", wait: true)], "")).StartAsync();

        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        world.Incidents.Single().Incident.Message.ShouldContain("'nowhere' has no published version");
    }

    [Fact]
    public async Task Two_of_a_singleton_from_one_burst_are_one_too_many()
    {
        var world = await new World(
            Define.Flow([Dispatch("x", "child"), Dispatch("y", "child")], "x>y"),
            Define.Flow(["k"], "", id: "child", options: Strategy("SingletonStrategy"))).StartAsync();

        world.Incidents.Single().Incident.Node.Id.ShouldBe("y");
        world.Lines.ShouldBe(["k"]);
    }
}
