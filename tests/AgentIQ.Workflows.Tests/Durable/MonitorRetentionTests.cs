using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using Dapper;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>What is over is removed in time, and nothing else.</summary>
public sealed class MonitorRetentionTests
{
    private static readonly string Simple = Define.Flow([Define.Of("c", "Test.Call", ("key", Define.Script("getCorrelationId()"))), Define.Event("e", "Go"), "z"], "c>e e>z");

    [Fact]
    public async Task An_ended_instance_goes_with_its_incidents_and_later_its_effects_but_running_ones_stay()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.Retention.BatchSize = 2);
        await engine.PublishAsync(Simple);
        for (var i = 0; i < 5; i++)
        {
            await engine.StartAsync(correlation: $"ended {i}");
        }

        var running = await engine.StartAsync(correlation: "running");
        await engine.PumpAsync();
        for (var i = 0; i < 5; i++)
        {
            await engine.SignalAsync("Go", $"ended {i}");
        }

        await engine.PumpAsync();
        engine.Time.Advance(TimeSpan.FromDays(364));
        (await engine.Retention.RunAsync(CancellationToken.None)).Values.Sum().ShouldBe(0);

        engine.Time.Advance(TimeSpan.FromDays(2));
        (await engine.Retention.RunAsync(CancellationToken.None))["workflow_instances"].ShouldBe(5);
        (await engine.CountAsync("workflow_effects")).ShouldBe(6);
        (await engine.FindAsync(running)).FinishedAt.ShouldBeNull();

        engine.Time.Advance(TimeSpan.FromDays(400));
        (await engine.Retention.RunAsync(CancellationToken.None))["workflow_effects"].ShouldBe(5);
        (await engine.CountAsync("workflow_effects WHERE idempotency_key = 'running'")).ShouldBe(1);
    }

    [Fact]
    public async Task An_instance_with_an_open_incident_stays_until_somebody_has_dealt_with_it()
    {
        await using var engine = await Engine.CreateAsync();
        engine.Probe.Outside = (_, _) => Task.FromResult(EffectResult.Failure("refused"));
        await engine.PublishAsync(Simple);
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        engine.Time.Advance(TimeSpan.FromDays(1000));
        (await engine.Retention.RunAsync(CancellationToken.None)).Values.Sum().ShouldBe(0);

        var incident = (await engine.IncidentsAsync(id)).Single();
        await engine.InTenantAsync(s => engine.Incidents.CancelAsync(s, incident.Id, "maria", CancellationToken.None));
        await engine.PumpAsync();
        engine.Time.Advance(TimeSpan.FromDays(1000));

        (await engine.Retention.RunAsync(CancellationToken.None))["workflow_instances"].ShouldBe(1);
        (await engine.CountAsync("workflow_incidents")).ShouldBe(0);
        (await engine.CountAsync("workflow_actions")).ShouldBe(1);
    }

    [Fact]
    public async Task Stimuli_that_nobody_waited_for_in_time_go()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.SignalAsync("Go", "nobody");
        await engine.PumpAsync();
        (await engine.CountAsync("workflow_signals")).ShouldBe(1);

        engine.Time.Advance(TimeSpan.FromDays(31));

        (await engine.Retention.RunAsync(CancellationToken.None))["workflow_signals"].ShouldBe(1);
        (await engine.CountAsync("workflow_signals")).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_kept_for_ever_stays()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.Retention = new RetentionOptions { Instances = null, Effects = null, Journals = null });
        await engine.PublishAsync(Define.Flow(["a"], ""));
        await engine.StartAsync();
        await engine.PumpAsync();
        engine.Time.Advance(TimeSpan.FromDays(10_000));

        (await engine.Retention.RunAsync(CancellationToken.None)).Values.Sum().ShouldBe(0);
    }

    [Fact]
    public async Task A_month_of_journals_is_dropped_when_it_is_old_and_no_running_instance_needs_it()
    {
        await using var engine = await Engine.CreateAsync();
        await MonthlyPartitions.EnsureAsync(engine.Database, engine.Time.GetUtcNow(), monthsAhead: 2, CancellationToken.None);
        var month = $"workflow_bursts_y{engine.Time.GetUtcNow():yyyy'm'MM}";
        await engine.PublishAsync(Simple);
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        (await CountAsync(engine, month)).ShouldBe(2);

        engine.Time.Advance(TimeSpan.FromDays(500));
        (await engine.Retention.RunAsync(CancellationToken.None)).Keys.ShouldNotContain(month);
        (await engine.JournalAsync(id)).ShouldNotBeEmpty();

        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();
        (await engine.Retention.RunAsync(CancellationToken.None)).Keys.ShouldContain(month);
        (await engine.JournalAsync(id)).ShouldBe(["e:Resumed", "e:Completed", "z:Started", "z:Completed"]);
    }

    [Fact]
    public async Task Several_processes_may_do_it_at_once()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.Retention.BatchSize = 3);
        await using var other = engine.Another(o => o.Retention.BatchSize = 3);
        await MonthlyPartitions.EnsureAsync(engine.Database, engine.Time.GetUtcNow(), monthsAhead: 2, CancellationToken.None);
        await engine.PublishAsync(Define.Flow(["a"], ""));
        for (var i = 0; i < 50; i++)
        {
            await engine.StartAsync();
        }

        await engine.PumpAsync();
        engine.Time.Advance(TimeSpan.FromDays(1000));

        await Task.WhenAll(engine.Retention.RunAsync(CancellationToken.None), other.Retention.RunAsync(CancellationToken.None));
        await engine.Retention.RunAsync(CancellationToken.None);

        (await engine.CountAsync("workflow_instances")).ShouldBe(0);
        (await engine.CountAsync("workflow_bursts")).ShouldBe(0);
    }

    private static async Task<int> CountAsync(Engine engine, string partition)
    {
        await using var connection = await engine.Database.Owner.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>($"ALTER TABLE agentiq.{partition} NO FORCE ROW LEVEL SECURITY; SELECT count(*) FROM agentiq.{partition}");
    }
}
