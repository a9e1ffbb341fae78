using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Tests.Durable;

public sealed class StimulusTests
{
    [Fact]
    public async Task One_that_comes_before_its_bookmark_waits_for_it()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Delay("d", TimeSpan.FromHours(1)), Define.Event("e", "Go"), "z"], "d>e e>z"));
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();

        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();
        (await engine.CountAsync("workflow_signals")).ShouldBe(1);
        engine.Time.Advance(TimeSpan.FromHours(1));
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.CountAsync("workflow_signals")).ShouldBe(0);
    }

    [Fact]
    public async Task One_for_later_reaches_whoever_waits_then()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), "z"], "e>z"));
        await engine.InTenantAsync(scope => engine.Workflows.SignalAsync(scope, new Stimulus("Go"), engine.Time.GetUtcNow().AddHours(1), CancellationToken.None));
        var first = await engine.StartAsync(correlation: "1");
        var second = await engine.StartAsync(correlation: "2");

        engine.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        await engine.PumpAsync();
        (await engine.FindAsync(first)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        engine.Time.Advance(TimeSpan.FromMilliseconds(1));
        await engine.PumpAsync();

        (await engine.FindAsync(first)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.FindAsync(second)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task One_that_comes_before_its_instance_waits_for_it()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), "z"], "e>z"));

        await engine.SignalAsync("Go", "c", new { x = 1 });
        await engine.PumpAsync();
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task One_for_a_correlation_that_an_instance_takes_later_finds_it()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("k", "Elsa.Correlate", ("correlationId", Define.Literal("later"))), Define.Event("e", "Go"), "z"], "k>e e>z"));

        await engine.SignalAsync("Go", "later");
        await engine.PumpAsync();
        var id = await engine.StartAsync();
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
    }

    [Fact]
    public async Task Reaches_only_its_own_correlation_and_tenant()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), "z"], "e>z"));
        var (a, b) = (await engine.StartAsync(correlation: "a"), await engine.StartAsync(correlation: "b"));
        await engine.PumpAsync();

        var stranger = Guid.Parse("00000000-0000-7000-8000-0000000000bb");
        await engine.Database.InTenantAsync(stranger, scope => engine.Workflows.SignalAsync(scope, new Stimulus("Go", "b"), CancellationToken.None), CancellationToken.None);
        await engine.SignalAsync("Go", "a");
        await engine.PumpAsync();

        (await engine.FindAsync(a)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.FindAsync(b)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
    }

    [Fact]
    public async Task A_broadcast_reaches_everybody_who_waits_and_is_not_kept()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), "z"], "e>z"));
        var ids = new[] { await engine.StartAsync(correlation: "a"), await engine.StartAsync(correlation: "b"), await engine.StartAsync() };
        await engine.PumpAsync();

        await engine.SignalAsync("Go", correlation: null);
        await engine.PumpAsync();
        await engine.SignalAsync("Go", correlation: null);
        await engine.PumpAsync();

        foreach (var id in ids)
        {
            (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        }

        (await engine.CountAsync("workflow_signals")).ShouldBe(0);
    }

    [Fact]
    public async Task Starts_the_workflows_that_it_triggers()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Trigger("t", "Arrived"), "z"], "t>z"));

        await engine.SignalAsync("Arrived", "c");
        await engine.PumpAsync();

        var started = (await engine.InTenantAsync(scope => engine.Monitor.FindByCorrelationAsync(scope, "test", "c", CancellationToken.None))).ShouldNotBeNull();
        started.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.JournalAsync(started.Id)).ShouldBe(["t:Started", "t:Completed", "z:Started", "z:Completed"]);
    }

    [Fact]
    public async Task One_of_several_bookmarks_is_met_and_the_others_are_gone()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("w", "Test.WaitOrLate"), "answered", "late"], "w.Answered>answered w.Late>late"));
        var (a, b) = (await engine.StartAsync(correlation: "a"), await engine.StartAsync(correlation: "b"));
        await engine.PumpAsync();

        await engine.SignalAsync("Answer", "a");
        await engine.PumpAsync();
        engine.Time.Advance(TimeSpan.FromMinutes(30));
        await engine.PumpAsync();

        (await engine.JournalAsync(a)).ShouldContain("answered:Completed");
        (await engine.JournalAsync(a)).ShouldNotContain("late:Completed");
        (await engine.JournalAsync(b)).ShouldContain("late:Completed");
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
    }
}
