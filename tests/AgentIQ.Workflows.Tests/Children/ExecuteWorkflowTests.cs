using AgentIQ.Workflows.Execution;
using static AgentIQ.Workflows.Tests.Children.ChildDefine;

namespace AgentIQ.Workflows.Tests.Children;

public sealed class ExecuteWorkflowTests
{
    private static readonly object[] R = [Define.Variable("R")];
    private static readonly string Waiting = Define.Flow(["k1", Define.Event("e", "Go"), "k2"], "k1>e e>k2", id: "child");
    private static readonly string Faulting = Define.Flow(["k1", Define.Fault("f", "bad luck")], "k1>f", id: "child");

    [Fact]
    public async Task A_child_that_ends_at_once_runs_inside_and_gives_its_output()
    {
        var world = await new World(
            Define.Flow(["a", Execute("x", "child", wait: true, input: new { Name = "Zoe" }, result: "R"), "z"], "a>x x>z", variables: R),
            Define.Flow([Say("kw", "'kid ' + getInput('Name')"), Output("ko", "Greeting", "'hi ' + getInput('Name')")], "kw>ko", id: "child")).StartAsync();

        world.Lines.ShouldBe(["a", "kid Zoe", "z"]);
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        var child = world.Of("child");
        child.ParentInstanceId.ShouldBe(world.Main.Id);
        child.Input["ParentInstanceId"].ShouldBe(world.Main.Id.ToString());
        world.Json("R").ShouldBe($$$"""{"WorkflowDefinitionVersionId":null,"WorkflowInstanceId":"{{{child.Id}}}","CorrelationId":null,"Status":1,"SubStatus":3,"Output":{"Greeting":"hi Zoe"}}""");
        world.Journal.Where(j => j.StartsWith('x')).ShouldBe(["x:Started", "x:Completed"]);
        world.Inline.ShouldBe(1);
    }

    [Fact]
    public async Task Entries_of_the_input_may_be_expressions_as_the_designers_editor_of_dictionaries_stores_them()
    {
        var input = new
        {
            Text = "as it is",
            Sum = new { type = "JavaScript", value = "1 + 1" },
            Name = new { type = "Variable", value = """{"id":"R","name":"R"}""" },
            Plain = new { type = "parcel", value = 5 },
        };
        var world = await new World(
            Define.Flow([Execute("x", "child", input: input)], "", variables: [Define.Variable("R", value: "Zoe")]),
            Define.Flow([Say("k", "getInput('Text') + ', ' + (getInput('Sum') + 1) + ', ' + getInput('Name') + ', ' + getInput('Plain').type")], "", id: "child")).StartAsync();

        world.Lines.ShouldBe(["as it is, 3, Zoe, parcel"]);
    }

    [Fact]
    public async Task Scripts_read_the_statuses_as_names()
    {
        var world = await new World(
            Define.Flow([Execute("x", "child", result: "R"), Say("z", "variables.R.Status + ' ' + variables.R.SubStatus")], "x>z", variables: R),
            Define.Flow(["k"], "", id: "child")).StartAsync();

        world.Lines.ShouldBe(["k", "Finished Finished"]);
    }

    [Fact]
    public async Task A_child_that_waits_holds_a_waiting_parent_until_it_ends()
    {
        var world = await new World(Define.Flow(["a", Execute("x", "child", wait: true, result: "R"), "z"], "a>x x>z", variables: R), Waiting).StartAsync();
        world.Lines.ShouldBe(["a", "k1"]);
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);

        await world.SignalAsync("Go");

        world.Lines.ShouldBe(["a", "k1", "k2", "z"]);
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        world.Json("R").ShouldBe("""{"WorkflowDefinitionVersionId":null,"WorkflowInstanceId":null,"CorrelationId":null,"Status":0,"SubStatus":0,"Output":null}""");
        world.Journal.Where(j => j.StartsWith('x')).ShouldBe(["x:Started", "x:Suspended", "x:Resumed", "x:Completed"]);
    }

    [Fact]
    public async Task A_parent_that_does_not_wait_goes_on_at_once_and_is_never_called()
    {
        var world = await new World(Define.Flow([Execute("x", "child", result: "R"), "z", Define.Event("w", "Later")], "x>z z>w", variables: R), Waiting).StartAsync();

        world.Lines.ShouldBe(["k1", "z"]);
        world.Json("R").ShouldContain("\"Status\":0,\"SubStatus\":2,\"Output\":{}");
        await world.SignalAsync("Go");
        world.Of("child").SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_faulted_child_leaves_the_parent_running_and_is_its_incident(bool wait)
    {
        var world = await new World(Define.Flow([Execute("x", "child", wait, result: "R"), "z", Define.Event("w", "Later")], "x>z z>w", variables: R), Faulting).StartAsync();

        world.Lines.ShouldBe(["k1", "z"]);
        world.Json("R").ShouldContain("\"Status\":1,\"SubStatus\":5");
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        var shown = world.Incidents.Single(i => i.Instance == world.Main.Id).Incident;
        shown.Node.Id.ShouldBe("x");
        shown.ChildInstanceId.ShouldBe(world.Of("child").Id);
        shown.Message.ShouldContain("bad luck");
        shown.IsClosed.ShouldBeFalse();

        await world.SignalAsync("Later");
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        world.Resolved.ShouldBe([(world.Main.Id, shown.Id)]);
    }

    [Fact]
    public async Task A_parent_that_ends_with_the_burst_keeps_only_a_closed_record_of_the_fault()
    {
        var world = await new World(Define.Flow([Execute("x", "child"), "z"], "x>z"), Faulting).StartAsync();

        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        world.Incidents.Single(i => i.Instance == world.Main.Id).Incident.IsClosed.ShouldBeTrue();
        world.Resolved.ShouldBeEmpty();
    }

    [Fact]
    public async Task Retrying_the_child_resolves_what_the_parent_shows()
    {
        var world = await new World(Define.Flow([Execute("x", "child", wait: true), "z", Define.Event("w", "Later")], "x>z z>w"), Faulting).StartAsync();
        var (child, own) = world.Incidents.Single(i => i.Instance != world.Main.Id);
        var shown = world.Incidents.Single(i => i.Instance == world.Main.Id).Incident;

        await world.RetryAsync(child, own.Id);

        world.Resolved.ShouldBe([(child, own.Id), (world.Main.Id, shown.Id)]);
        world.Main.Incidents.ShouldBeEmpty();
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        world.Lines.ShouldBe(["k1", "z"]);
    }

    [Fact]
    public async Task A_child_that_faults_later_wakes_the_waiting_parent_with_an_incident()
    {
        var world = await new World(
            Define.Flow([Execute("x", "child", wait: true), "z", Define.Event("w", "Later")], "x>z z>w"),
            Define.Flow([Define.Event("e", "Go"), Define.Fault("f", "bad luck")], "e>f", id: "child")).StartAsync();

        await world.SignalAsync("Go");

        world.Lines.ShouldBe(["z"]);
        world.Incidents.Single(i => i.Instance == world.Main.Id).Incident.Message.ShouldContain("bad luck");
    }

    [Fact]
    public async Task A_cancelled_child_wakes_the_waiting_parent()
    {
        var world = await new World(Define.Flow([Execute("x", "child", wait: true), "z"], "x>z"), Waiting).StartAsync();

        await world.CancelAsync(world.Of("child").Id);

        world.Lines.ShouldBe(["k1", "z"]);
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Cancelling_the_parent_leaves_the_child_alone()
    {
        var world = await new World(Define.Flow([Execute("x", "child", wait: true), "z"], "x>z"), Waiting).StartAsync();

        await world.CancelAsync(world.Main.Id);
        await world.SignalAsync("Go");

        world.Lines.ShouldBe(["k1", "k2"]);
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        world.Of("child").SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Without_a_published_version_it_is_an_incident()
    {
        var world = await new World(Define.Flow([Execute("x", "nowhere"), "z"], "x>z")).StartAsync();

        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        world.Incidents.Single().Incident.Message.ShouldContain("'nowhere' has no published version");
    }

    [Fact]
    public async Task A_workflow_that_executes_itself_without_end_is_stopped()
    {
        var world = await new World(Define.Flow(["a", Execute("x", "test", wait: true), "z"], "a>x x>z")).StartAsync();

        world.Instances.Count.ShouldBe(17);
        world.Instances.ShouldAllBe(i => i.Status == WorkflowStatus.Finished);
        world.Instances.Count(i => i.SubStatus == WorkflowSubStatus.Faulted).ShouldBe(1);
        world.Lines.Count(l => l == "z").ShouldBe(16);
        world.Incidents.ShouldContain(i => i.Incident.Message.Contains("at most 16 are allowed"));
    }

    [Fact]
    public async Task A_workflow_that_executes_itself_twice_without_end_is_cut_into_bursts()
    {
        var world = new World(Define.Flow([Execute("x", "test"), Execute("y", "test"), Define.Event("w", "Never")], "x>y y>w"));

        var burst = await world.FirstBurstAsync();

        burst.Steps.ShouldBeLessThan(40_000);
    }

    [Fact]
    public async Task After_an_end_beside_it_a_scheduled_one_still_runs()
    {
        var world = await new World(
            Define.Flow(["s", Define.Of("n", "Elsa.End"), Execute("x", "child")], "s>n s>x"), Define.Flow(["k"], "", id: "child")).StartAsync();

        world.Lines.ShouldBe(["s", "k"]);
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_singleton_child_is_refused_beside_a_running_one()
    {
        var world = await new World(
            Define.Flow([Execute("x", "child"), Execute("y", "child")], "x>y"),
            Define.Flow([Define.Event("e", "Go")], "", id: "child", options: Strategy("SingletonStrategy"))).StartAsync();

        world.Instances.Count.ShouldBe(2);
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        world.Incidents.Single().Incident.Message.ShouldContain($"none beside instance {world.Of("child").Id}");
    }
}
