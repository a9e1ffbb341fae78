using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Execution;
using Dapper;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>The worker by itself, without anybody moving it by hand.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task Does_what_is_asked_without_waiting_for_the_next_poll()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.PollInterval = TimeSpan.FromHours(1));
        await engine.PublishAsync(Define.Flow([Define.Of("n", "Test.Note", ("text", Define.Literal("x"))), Define.Event("e", "Go"), Define.Of("c", "Test.Call"), "z"], "n>e e>c c>z"));
        var wrote = new TaskCompletionSource();
        engine.Probe.AfterNote = _ =>
        {
            wrote.TrySetResult();
            return Task.CompletedTask;
        };
        var called = new TaskCompletionSource();
        engine.Probe.Outside = (_, _) =>
        {
            called.TrySetResult();
            return Task.FromResult(EffectResult.Success("ok"));
        };
        await engine.Worker.StartAsync(CancellationToken.None);

        await engine.StartAsync(correlation: "c");
        await wrote.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await engine.SignalAsync("Go", "c");
        await called.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await engine.Worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_stop_lets_a_running_effect_finish()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Test.Call"), "z"], "c>z"));
        var (called, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        engine.Probe.Outside = async (_, _) =>
        {
            called.SetResult();
            await answer.Task;
            return EffectResult.Success("ok");
        };
        var id = await engine.StartAsync();
        await engine.Worker.StartAsync(CancellationToken.None);
        await called.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var stopping = engine.Worker.StopAsync(CancellationToken.None);
        answer.SetResult();
        await stopping.WaitAsync(TimeSpan.FromSeconds(10));

        (await engine.CountAsync("workflow_effects WHERE state = 'done'")).ShouldBe(1);
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_stop_releases_an_effect_that_does_not_finish_in_time_for_others_who_ask_first()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.StopTimeout = TimeSpan.FromMilliseconds(50));
        await using var other = engine.Another();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Test.Call"), "z"], "c>z"));
        var called = new TaskCompletionSource();
        engine.Probe.Outside = async (_, ct) =>
        {
            called.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return EffectResult.Success("never");
        };
        var id = await engine.StartAsync();
        await engine.Worker.StartAsync(CancellationToken.None);
        await called.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await engine.Worker.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        await other.PumpAsync();

        other.Probe.Seen.ShouldBe(["asked", "run"]);
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Another_process_is_told_of_new_work()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.PollInterval = TimeSpan.FromHours(1));
        await using var worker = engine.Another(o => o.PollInterval = TimeSpan.FromHours(1));
        await engine.PublishAsync(Define.Flow([Define.Of("n", "Test.Note", ("text", Define.Literal("x")))], ""));
        var wrote = new TaskCompletionSource();
        worker.Probe.AfterNote = _ =>
        {
            wrote.TrySetResult();
            return Task.CompletedTask;
        };
        await worker.Notifier.StartAsync(CancellationToken.None);
        await engine.Notifier.StartAsync(CancellationToken.None);
        await worker.Worker.StartAsync(CancellationToken.None);
        await engine.StartAsync();

        // Nobody says when a listener listens, so the asker rings until it is heard.
        while (!wrote.Task.IsCompleted)
        {
            await engine.SignalAsync("Nobody", correlation: null);
        }

        await worker.Worker.StopAsync(CancellationToken.None);
        await worker.Notifier.StopAsync(CancellationToken.None);
        await engine.Notifier.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Sleeps_no_longer_than_until_the_next_timer()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.PollInterval = TimeSpan.FromHours(1));
        await engine.PublishAsync(Define.Flow([Define.Delay("d", TimeSpan.FromMinutes(10)), "z"], "d>z"));
        await engine.StartAsync();
        await engine.PumpAsync();

        engine.Time.Advance(TimeSpan.FromMinutes(9));
        (await engine.Queue.UntilNextDueAsync(CancellationToken.None)).ShouldBe(TimeSpan.FromMinutes(1));
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await engine.PumpAsync();
        (await engine.Queue.UntilNextDueAsync(CancellationToken.None)).ShouldBeNull();
    }
}
