using AgentIQ.Workflows.Execution;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

public sealed class IncidentTests
{
    [Fact]
    public async Task Fault_ends_the_instance_after_the_other_branches_have_run()
    {
        var run = await new InMemory(Define.Flow(["s", Fault("bad"), "never", "b1", "b2"], "s>bad bad>never s>b1 b1>b2")).StartAsync();
        run.Lines.ShouldBe(["s", "b1", "b2"]);
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        run.Incidents.ShouldHaveSingleItem().Message.ShouldBe("broken");
    }

    [Fact]
    public async Task Bookmarks_of_a_faulted_instance_stay_but_nothing_meets_them()
    {
        var run = await new InMemory(Define.Flow(["s", Fault("bad"), Event("e", "Go"), "z"], "s>bad s>e e>z")).StartAsync();
        run.Instance.Bookmarks.Count.ShouldBe(1);
        (await run.SignalAsync("Go")).ShouldBeFalse();
    }

    [Fact]
    public async Task ContinueWithIncidents_lets_other_branches_go_on_and_does_not_end()
    {
        var run = await new InMemory(Define.Flow(["s", Fault("bad"), Event("e", "Go"), "z"], "s>bad s>e e>z", options: ContinueWithIncidents)).StartAsync();
        await run.SignalAsync("Go");
        run.Lines.ShouldBe(["s", "z"]);
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
    }

    [Fact]
    public async Task ContinueWithIncidents_ends_when_the_faulted_branch_is_cancelled()
    {
        var run = await new InMemory(Define.Flow(["s", Fault("bad"), "ok", Join("j", "WaitAny"), "z"], "s>bad s>ok bad>j ok>j j>z", options: ContinueWithIncidents)).StartAsync();
        run.Lines.ShouldBe(["s", "ok", "z"]);
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task An_input_that_cannot_be_evaluated_is_an_incident_of_its_activity()
    {
        var run = await new InMemory(Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script("nothing.here")))], "")).StartAsync();
        var incident = run.Incidents.ShouldHaveSingleItem();
        incident.Message.ShouldBe("Failed to evaluate activity input 'Text'");
        incident.Cause.ShouldNotBeNull();
        run.Journal.ShouldContain("w:Faulted");
    }

    [Fact]
    public async Task A_retry_runs_the_activity_again_and_the_instance_goes_on()
    {
        var run = await new InMemory(Define.Flow([Event("e", "Go"), Of("w", "Elsa.WriteLine", ("text", Script("variables.x.y"))), "z"], "e>w w>z", variables: [Variable("x")])).StartAsync();
        await run.SignalAsync("Go");
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);

        run.Instance.Variables.Single().Value = new System.Text.Json.Nodes.JsonObject { ["y"] = "fixed" };
        (await run.RetryAsync(run.Incidents[0].Id)).ShouldBeTrue();

        run.Lines.ShouldBe(["fixed", "z"]);
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await run.RetryAsync(run.Incidents[0].Id)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_stimulus_that_could_not_be_digested_is_given_again_by_a_retry()
    {
        var run = await new InMemory(Define.Flow([Of("p", "Test.Picky", ("answer", new { memoryReference = new { id = "A" } }))], "", variables: [Variable("A")]), typeof(Picky)).StartAsync();
        Picky.IsBroken.Value = true;
        await run.SignalAsync("Answer", "kept");
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);

        Picky.IsBroken.Value = false;
        await run.RetryAsync(run.Incidents.Single().Id);

        run.Variable("A").ShouldBe("kept");
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }
}
