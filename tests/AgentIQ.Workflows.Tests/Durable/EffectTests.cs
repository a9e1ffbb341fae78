using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Tests.Durable;

public sealed class EffectTests
{
    private static readonly string Simple = Define.Flow(
        [Define.Of("c", "Test.Call", ("answer", new { memoryReference = new { id = "A" } })), "done", "failed"], "c>done c.Failed>failed", variables: [Define.Variable("A")]);

    [Fact]
    public async Task Runs_outside_and_its_result_goes_on_in_a_later_burst()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Simple);
        var id = await engine.StartAsync();

        await engine.PumpAsync();

        (await engine.JournalAsync(id)).ShouldBe(["c:Started", "c:Suspended", "c:Resumed", "c:Completed", "done:Started", "done:Completed"]);
        engine.Probe.Seen.ShouldBe(["run"]);
        (await engine.CountAsync("workflow_bursts")).ShouldBe(2);
    }

    [Fact]
    public async Task Is_tried_again_asking_first_and_then_fails_for_good()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Simple);
        engine.Probe.Outside = (_, _) => throw new InvalidOperationException("away");
        var id = await engine.StartAsync();

        await engine.PumpAsync();

        (await engine.JournalAsync(id)).ShouldContain("failed:Completed");
        engine.Probe.Seen.ShouldBe(["run", "asked", "run", "asked", "run"]);
        (await engine.IncidentsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_is_final()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Simple);
        engine.Probe.Outside = (_, _) => Task.FromResult(EffectResult.Failure("refused"));
        var id = await engine.StartAsync();

        await engine.PumpAsync();

        (await engine.JournalAsync(id)).ShouldContain("failed:Completed");
        engine.Probe.Seen.ShouldBe(["run"]);
    }

    [Fact]
    public async Task A_failure_that_the_workflow_does_not_handle_is_an_incident_and_its_retry_asks_first()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Test.Call", ("key", Define.Literal("k"))), "done"], "c>done"));
        engine.Probe.Outside = (_, _) => Task.FromResult(EffectResult.Failure("refused"));
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        var incident = (await engine.IncidentsAsync(id)).ShouldHaveSingleItem();
        incident.Message.ShouldContain("refused");

        engine.Probe.HasHappened = _ => Task.FromResult<EffectResult?>(EffectResult.Success("it had"));
        await engine.InTenantAsync(scope => engine.Incidents.RetryAsync(scope, incident.Id, "tester", CancellationToken.None));
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        engine.Probe.Seen.Where(s => s != "resolved").ShouldBe(["run", "asked"]);
    }

    [Fact]
    public async Task After_a_crash_between_the_call_and_its_record_it_is_not_repeated()
    {
        await using var engine = await Engine.CreateAsync();
        await using var other = engine.Another();
        await engine.PublishAsync(Simple);
        var id = await engine.StartAsync();
        await engine.RunBurstsAsync();
        // The lease passes to the other process after the outside has been called: the first one's record is refused, as if it had died there.
        engine.Probe.Outside = async (_, _) =>
        {
            await engine.ExpireLeasesAsync();
            (await other.Queue.ClaimEffectsAsync(1, CancellationToken.None)).Count.ShouldBe(1);
            return EffectResult.Success("first");
        };
        await engine.RunEffectsAsync();
        await engine.ExpireLeasesAsync();

        other.Probe.HasHappened = _ => Task.FromResult<EffectResult?>(EffectResult.Success("seen outside"));
        await other.PumpAsync();

        engine.Probe.Seen.ShouldBe(["run"]);
        other.Probe.Seen.ShouldBe(["asked"]);
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task One_key_is_one_effect_whoever_asks()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Test.Call", ("key", Define.Literal("same"))), "done"], "c>done"));
        var (a, b) = (await engine.StartAsync(), await engine.StartAsync());

        await engine.PumpAsync();

        engine.Probe.Seen.ShouldBe(["run"]);
        (await engine.FindAsync(a)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.FindAsync(b)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Is_not_run_when_its_burst_was_not_committed()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Test.Call"), "done"], "c>done"));
        await engine.StartAsync();
        var claimed = await engine.Queue.ClaimBurstsAsync(50, CancellationToken.None);
        await engine.ExpireLeasesAsync();
        await engine.Queue.ClaimBurstsAsync(50, CancellationToken.None);
        await engine.Bursts.RunAsync(claimed, CancellationToken.None);

        (await engine.CountAsync("workflow_effects")).ShouldBe(0);
    }
}
