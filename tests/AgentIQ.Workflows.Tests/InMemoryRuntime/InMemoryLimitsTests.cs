using System.Text.Json;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.InMemory;
using AgentIQ.Workflows.InMemory.Cases;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.InMemoryRuntime;

/// <summary>What goes on for ever ends within its limits, and what it ran is still told.</summary>
public sealed class InMemoryLimitsTests
{
    private static readonly InMemoryOptions Short = new() { MaxSteps = 500, MaxInstances = 20 };

    [Fact]
    public async Task An_endless_loop_is_stopped_after_its_steps()
    {
        var result = await RunAsync(Root(Forever(Line("again"))), Short);

        result.Workflows.StoppedBecause.ShouldNotBeNull().ShouldContain("at most 500");
        result.Main!.Status.ShouldBe(WorkflowStatus.Running);
        result.ToJson()["incidents"]!.AsArray()[^1]!["message"]!.GetValue<string>().ShouldBe(result.Workflows.StoppedBecause);
    }

    [Fact]
    public async Task An_event_that_comes_again_and_again_is_stopped_too()
    {
        var result = await RunAsync(Root(Forever(Event("wait", "Go"))), Short, new CaseEvent("Go"));

        result.Workflows.StoppedBecause.ShouldNotBeNull();
        result.Workflows.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Delays_without_end_are_stopped_too()
    {
        var result = await RunAsync(Root(Forever(Delay("d", TimeSpan.FromMinutes(1)))), Short);

        result.Workflows.StoppedBecause.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_workflow_that_starts_itself_by_its_own_event_is_stopped()
    {
        var result = await RunAsync(Root(Sequence("s", Trigger("begin", "Again"), Of("tell", "Elsa.PublishEvent", ("eventName", Literal("Again"))))), Short, new CaseEvent("Again", IsOnce: true));

        result.Workflows.Instances.Count.ShouldBeLessThanOrEqualTo(20);
        result.Workflows.StoppedBecause.ShouldNotBeNull().ShouldContain("20 instances");
    }

    [Fact]
    public async Task The_wall_clock_stops_what_takes_too_long()
    {
        var endless = new WorkflowCase { Definitions = [Root(Forever(Line("again")))], MaxTime = TimeSpan.FromMilliseconds(50) };

        var result = await CaseRun.RunAsync(InMemoryEngine.Builtin, new InMemoryOptions { MaxSteps = int.MaxValue }, endless, TestContext.Current.CancellationToken);

        result.Workflows.StoppedBecause.ShouldNotBeNull().ShouldContain("0.05 s");
        result.Main!.SubStatus.ShouldBe(WorkflowSubStatus.Executing);
    }

    [Fact]
    public async Task The_caller_can_stop_it()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Should.ThrowAsync<OperationCanceledException>(() => CaseRun.RunAsync(
            InMemoryEngine.Builtin, new InMemoryOptions { MaxSteps = int.MaxValue }, new WorkflowCase { Definitions = [Root(Forever(Line("again")))] }, stop.Token));
    }

    [Fact]
    public async Task Two_runs_give_the_same_and_know_nothing_of_each_other()
    {
        var definition = Root(Sequence("s", Set("set", "V", "newGuid()"), Event("wait", "Go")), variables: [Variable("V")]);

        var first = (await RunAsync(definition, Short)).ToJson().ToJsonString();
        (await RunAsync(definition, Short)).ToJson().ToJsonString().ShouldBe(first);
        JsonElement.Parse(first).GetProperty("bookmarksLeft").GetInt32().ShouldBe(1);
    }

    private static Task<CaseResult> RunAsync(string definition, InMemoryOptions options, params CaseEvent[] events) =>
        CaseRun.RunAsync(InMemoryEngine.Builtin, options, new WorkflowCase { Definitions = [definition], Events = events }, TestContext.Current.CancellationToken);

    private static System.Text.Json.Nodes.JsonObject Forever(System.Text.Json.Nodes.JsonObject body) => Of("loop", "Elsa.While", ("condition", Literal("true")), ("body", body));
}
