using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Execution;
using Dapper;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Several processes, one of them slow, frozen or dead.</summary>
public sealed class LeaseTests
{
    private static readonly string OneNote = Define.Flow([Define.Of("n", "Test.Note", ("text", Define.Literal("one"))), "z"], "n>z");

    [Fact]
    public async Task Two_workers_do_not_get_the_same_work_nor_the_same_lane()
    {
        await using var engine = await Engine.CreateAsync();
        await using var other = engine.Another();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), "z"], "e>z"));
        await engine.StartAsync(correlation: "c");
        await engine.SignalAsync("Go", "c");

        var first = await engine.Queue.ClaimBurstsAsync(1, CancellationToken.None);
        var second = await other.Queue.ClaimBurstsAsync(50, CancellationToken.None);

        first.ShouldHaveSingleItem().Kind.ShouldBe("start");
        second.ShouldBeEmpty();
        await engine.Bursts.RunAsync(first, CancellationToken.None);
        (await other.Queue.ClaimBurstsAsync(50, CancellationToken.None)).ShouldHaveSingleItem().Kind.ShouldBe("signal");
    }

    [Fact]
    public async Task Many_instances_on_two_workers_run_once_each()
    {
        await using var engine = await Engine.CreateAsync();
        await using var other = engine.Another();
        await engine.PublishAsync(OneNote);
        for (var i = 0; i < 60; i++)
        {
            await engine.StartAsync();
        }

        await Task.WhenAll(engine.PumpAsync(), other.PumpAsync());

        (await engine.NotesAsync()).Count.ShouldBe(60);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
    }

    [Fact]
    public async Task A_worker_frozen_past_its_lease_cannot_write()
    {
        await using var engine = await Engine.CreateAsync();
        await using var other = engine.Another();
        await engine.PublishAsync(OneNote);
        var id = await engine.StartAsync();

        var frozen = await engine.Queue.ClaimBurstsAsync(50, CancellationToken.None);
        await engine.ExpireLeasesAsync();
        await other.PumpAsync();
        await engine.Bursts.RunAsync(frozen, CancellationToken.None);

        (await engine.NotesAsync()).ShouldBe(["one"]);
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.CountAsync("workflow_bursts")).ShouldBe(1);
    }

    [Fact]
    public async Task A_worker_frozen_in_the_middle_of_a_burst_cannot_write_either()
    {
        await using var engine = await Engine.CreateAsync();
        await using var other = engine.Another();
        await engine.PublishAsync(OneNote);
        await engine.StartAsync();
        engine.Probe.AfterNote = async _ =>
        {
            await engine.ExpireLeasesAsync();
            await other.PumpAsync();
        };

        await engine.RunBurstsAsync();

        (await engine.NotesAsync()).ShouldBe(["one"]);
        (await engine.CountAsync("workflow_bursts")).ShouldBe(1);
    }

    [Fact]
    public async Task A_lane_is_not_handed_on_while_its_late_owner_may_still_commit()
    {
        await using var engine = await Engine.CreateAsync();
        await using var other = engine.Another();
        await engine.SignalAsync("Go", "c");
        var late = (await engine.Queue.ClaimBurstsAsync(50, CancellationToken.None)).ShouldHaveSingleItem();
        await engine.ExpireLeasesAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), "z"], "e>z"));
        await engine.StartAsync(correlation: "c");

        // What the late owner has sent when it is frozen just before its commit.
        await using var connection = await engine.Database.Engine.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("DELETE FROM agentiq.workflow_queue WHERE id = @Id AND token = @Token", new { late.Id, late.Token }, transaction);

        (await other.Queue.ClaimBurstsAsync(50, CancellationToken.None)).ShouldBeEmpty();
        await transaction.RollbackAsync();
        (await other.Queue.ClaimBurstsAsync(50, CancellationToken.None)).Select(i => i.Kind).ShouldBe(["signal", "start"]);
    }

    [Fact]
    public async Task Whoever_takes_over_a_lane_fences_its_late_owner_even_without_taking_the_same_work()
    {
        await using var engine = await Engine.CreateAsync();
        await using var other = engine.Another();
        await engine.SignalAsync("Go", "c");
        var late = await engine.Queue.ClaimBurstsAsync(50, CancellationToken.None);
        late.ShouldHaveSingleItem();
        await engine.ExpireLeasesAsync();

        // As when the clock goes back: for the other one the stimulus is not due yet.
        await using var connection = await engine.Database.Engine.OpenConnectionAsync();
        await connection.ExecuteAsync("UPDATE agentiq.workflow_queue SET due_at = due_at + interval '1 minute'");
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), "z"], "e>z"));
        var id = await engine.StartAsync(correlation: "c");
        await other.PumpAsync();

        (await engine.Queue.OursAsync(late, CancellationToken.None)).ShouldBeEmpty();
        await engine.Bursts.RunAsync(late, CancellationToken.None);
        (await engine.CountAsync("workflow_signals")).ShouldBe(0);
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await other.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Work_of_a_dead_process_is_taken_over_when_its_lease_has_run_out()
    {
        await using var engine = await Engine.CreateAsync();
        await using var other = engine.Another();
        await engine.PublishAsync(OneNote);
        await engine.StartAsync();

        (await engine.Queue.ClaimBurstsAsync(50, CancellationToken.None)).Count.ShouldBe(1);
        await other.PumpAsync();
        (await engine.NotesAsync()).ShouldBeEmpty();
        await engine.ExpireLeasesAsync();
        await other.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["one"]);
    }

    [Fact]
    public async Task Work_that_takes_the_process_down_again_and_again_ends_as_an_incident()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.BurstAttempts = 3);
        await engine.PublishAsync(OneNote);
        var id = await engine.StartAsync();
        for (var crash = 0; crash < 3; crash++)
        {
            (await engine.Queue.ClaimBurstsAsync(50, CancellationToken.None)).Count.ShouldBe(1);
            await engine.ExpireLeasesAsync();
        }

        await engine.PumpAsync();

        (await engine.IncidentsAsync(id)).ShouldHaveSingleItem().Message.ShouldContain("process ended");
        (await engine.NotesAsync()).ShouldBeEmpty();
    }
}
