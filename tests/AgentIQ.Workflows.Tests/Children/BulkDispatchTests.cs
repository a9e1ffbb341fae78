using System.Text.Json.Nodes;
using AgentIQ.Workflows.Execution;
using static AgentIQ.Workflows.Tests.Children.ChildDefine;

namespace AgentIQ.Workflows.Tests.Children;

public sealed class BulkDispatchTests
{
    private static readonly string Child = Define.Flow([Say("k", "'item ' + getInput('Item') + ' ' + getCorrelationId()")], "", id: "child");

    [Fact]
    public async Task Starts_one_child_for_each_item_and_completes_when_all_have_ended()
    {
        var world = await new World(Define.Flow([Bulk("x", "['a', 'b']", correlation: "'c-' + variables.Item"), "all", "done"], "x.Completed>all x.Done>done"), Child).StartAsync();

        world.Lines.ShouldBe(["item a c-a", "item b c-b", "all", "done"]);
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Without_waiting_only_done_fires_at_once()
    {
        var world = await new World(Define.Flow([Bulk("x", "[1, 2]", wait: false), "all", "done"], "x.Completed>all x.Done>done"), Child).StartAsync();

        world.Lines.ShouldBe(["done", "item 1 null", "item 2 null"]);
    }

    [Fact]
    public async Task No_items_are_completed_at_once()
    {
        var world = await new World(Define.Flow([Bulk("x", "[]"), "all"], "x.Completed>all"), Child).StartAsync();

        world.Lines.ShouldBe(["all"]);
    }

    [Fact]
    public async Task An_item_that_is_an_object_gives_its_properties_as_inputs()
    {
        var world = await new World(
            Define.Flow([Bulk("x", "[{Name: 'Zoe', Extra: 'own'}]", input: new { Extra = "given", More = 1 })], ""),
            Define.Flow([Say("k", "getInput('Name') + ' ' + getInput('Extra') + ' ' + getInput('More') + ' ' + getInput('Item')")], "", id: "child")).StartAsync();

        world.Lines.ShouldBe(["Zoe own 1 undefined"]);
    }

    [Fact]
    public async Task The_ports_run_as_each_child_ends()
    {
        var bulk = Bulk("x", "[1, 2, 3]");
        bulk["childCompleted"] = Say("good", "'good ' + variables.ChildOutput.N");
        bulk["childFaulted"] = Say("bad", "'bad ' + (getVariable('ChildInstanceId') ? 'known' : 'unknown')");
        var world = await new World(
            Define.Flow([bulk, "all"], "x.Completed>all"),
            Define.Flow([Output("o", "N", "getInput('Item')"), Define.Decision("d", "getInput('Item') == 2"), Define.Fault("f")], "o>d d.True>f", id: "child")).StartAsync();

        world.Lines.ShouldBe(["good 1", "bad known", "good 3", "all"]);
        world.Incidents.ShouldNotContain(i => i.Instance == world.Main.Id);
    }

    [Fact]
    public async Task A_fault_that_no_port_handles_is_an_incident_of_the_parent()
    {
        var world = await new World(Define.Flow([Bulk("x", "[1]"), "all"], "x.Completed>all"), Define.Flow([Define.Fault("f", "bad luck")], "", id: "child")).StartAsync();

        world.Lines.ShouldBe(["all"]);
        world.Incidents.Single(i => i.Instance == world.Main.Id).Incident.Message.ShouldContain("bad luck");
    }

    [Fact]
    public async Task A_cancelled_child_leads_to_canceled()
    {
        var world = await new World(Define.Flow([Bulk("x", "[1, 2]"), "all", "not"], "x.Completed>all x.Canceled>not"), Define.Flow([Define.Event("e", "Go")], "", id: "child")).StartAsync();

        await world.CancelAsync(world.Instances[1].Id);
        world.Lines.ShouldBeEmpty();
        await world.SignalAsync("Go");

        world.Lines.ShouldBe(["not"]);
    }

    private static JsonObject Bulk(string id, string items, bool wait = true, string? correlation = null, object? input = null)
    {
        var node = Define.Of(id, "Elsa.BulkDispatchWorkflows", ("workflowDefinitionId", Define.Literal("child")), ("items", Define.Script(items)), ("waitForCompletion", Define.Literal(wait)));
        if (correlation is not null)
        {
            node["correlationIdFunction"] = Define.Script(correlation);
        }

        if (input is not null)
        {
            node["input"] = Json(input);
        }

        return node;
    }
}
