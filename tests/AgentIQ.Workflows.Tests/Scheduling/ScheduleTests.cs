using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Scheduling;
using AgentIQ.Workflows.Tests.Durable;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentIQ.Workflows.Tests.Scheduling;

/// <summary>Timer, Cron and StartAt as triggers of published versions.</summary>
public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-03-02T12:00:00Z");

    [Fact]
    public async Task A_timer_starts_an_instance_every_so_often()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Timer("00:10:00"));
        await engine.PumpAsync();
        (await StartsAsync(engine)).ShouldBe([]);

        for (var i = 0; i < 3; i++)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(10));
            await engine.PumpAsync();
        }

        (await StartsAsync(engine)).ShouldBe([Noon.AddMinutes(10), Noon.AddMinutes(20), Noon.AddMinutes(30)]);
        (await engine.CountAsync("workflow_instances WHERE sub_status = 'Finished'")).ShouldBe(3);
        (await engine.CountAsync("workflow_queue")).ShouldBe(1);
    }

    [Fact]
    public async Task The_instance_starts_at_the_trigger()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["first", Trigger("t", "Elsa.Timer", ("interval", "00:10:00")), "z"], "first>t t>z"));
        engine.Time.Advance(TimeSpan.FromMinutes(10));
        await engine.PumpAsync();

        var instance = await engine.InTenantAsync(scope => scope.Connection.QuerySingleAsync<Guid>("SELECT id FROM agentiq.workflow_instances"));
        (await engine.JournalAsync(instance)).ShouldBe(["t:Started", "t:Completed", "z:Started", "z:Completed"]);
    }

    [Fact]
    public async Task Whichever_process_comes_first_each_time_starts_once()
    {
        await using var engine = await Engine.CreateAsync();
        await using var second = engine.Another();
        await using var third = engine.Another();
        await engine.PublishAsync(Timer("00:00:01"));
        for (var i = 0; i < 20; i++)
        {
            engine.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAll(engine.PumpAsync(), second.PumpAsync(), third.PumpAsync());
        }

        (await StartsAsync(engine)).ShouldBe([.. Enumerable.Range(1, 20).Select(s => Noon.AddSeconds(s))]);
        (await engine.CountAsync("workflow_queue")).ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_died_after_claiming_costs_nothing()
    {
        await using var engine = await Engine.CreateAsync();
        await using var other = engine.Another();
        await engine.PublishAsync(Timer("00:10:00"));
        engine.Time.Advance(TimeSpan.FromMinutes(10));
        var claimed = await engine.Queue.ClaimBurstsAsync(50, CancellationToken.None);
        await engine.ExpireLeasesAsync();
        await other.PumpAsync();

        // And when it was only frozen, it finds that the work is another's.
        await engine.Bursts.RunAsync(claimed, CancellationToken.None);

        (await StartsAsync(engine)).ShouldBe([Noon.AddMinutes(10)]);
        (await engine.CountAsync("workflow_queue")).ShouldBe(1);
    }

    [Theory]
    [InlineData(null, "12:10 13:10")]
    [InlineData("Skip", "12:10 13:10")]
    [InlineData("CatchUp", "12:10 12:20 12:30 12:40 12:50 13:00 13:10")]
    public async Task Runs_that_were_missed(string? missedRuns, string expected)
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Timer("00:10:00", ("missedRuns", missedRuns)));

        engine.Time.Advance(TimeSpan.FromMinutes(65));
        await engine.PumpAsync();
        engine.Time.Advance(TimeSpan.FromMinutes(5));
        await engine.PumpAsync();

        string.Join(' ', (await StartsAsync(engine)).Select(s => $"{s:HH:mm}")).ShouldBe(expected);
    }

    [Fact]
    public async Task The_application_may_choose_to_catch_up_and_its_own_clocks()
    {
        await using var engine = await Engine.CreateAsync(options: o =>
        {
            o.MissedRuns = MissedRuns.CatchUp;
            o.TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
        });
        await engine.PublishAsync(Define.Flow([Trigger("t", "Elsa.Cron", ("cronExpression", "0 0 9 * * *"))], ""));

        engine.Time.Advance(TimeSpan.FromDays(2));
        await engine.PumpAsync();

        (await StartsAsync(engine)).ShouldBe([DateTimeOffset.Parse("2026-03-03T06:00:00Z"), DateTimeOffset.Parse("2026-03-04T06:00:00Z")]);
    }

    [Fact]
    public async Task A_cron_expression_follows_its_zone_through_the_change_of_clocks()
    {
        await using var engine = await Engine.CreateAsync();
        engine.Time.SetUtcNow(DateTimeOffset.Parse("2026-03-28T00:00:00Z"));
        await engine.PublishAsync(Define.Flow([Trigger("t", "Elsa.Cron", ("cronExpression", "0 30 2 * * *"), ("timeZone", "Europe/Berlin"))], ""));
        for (var day = 0; day < 3; day++)
        {
            engine.Time.Advance(TimeSpan.FromDays(1));
            await engine.PumpAsync();
        }

        (await StartsAsync(engine)).ShouldBe([DateTimeOffset.Parse("2026-03-28T01:30:00Z"), DateTimeOffset.Parse("2026-03-29T01:00:00Z"), DateTimeOffset.Parse("2026-03-30T00:30:00Z")]);
    }

    [Fact]
    public async Task A_start_time_fires_once_also_after_downtime_and_never_again()
    {
        await using var engine = await Engine.CreateAsync();
        var definition = Define.Flow([Trigger("t", "Elsa.StartAt", ("dateTime", "2026-03-02T13:00:00Z"))], "");
        await engine.PublishAsync(definition);
        engine.Time.Advance(TimeSpan.FromDays(3));
        await engine.PumpAsync();
        (await StartsAsync(engine)).ShouldBe([Noon.AddHours(1)]);

        await engine.PublishAsync(definition);
        await StartupAsync(engine);
        engine.Time.Advance(TimeSpan.FromDays(3));
        await engine.PumpAsync();

        (await StartsAsync(engine)).Count.ShouldBe(1);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
    }

    [Fact]
    public async Task A_start_time_that_has_passed_when_the_version_is_published_starts_nothing()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Trigger("t", "Elsa.StartAt", ("dateTime", "2026-03-02T11:00:00Z"))], ""));
        engine.Time.Advance(TimeSpan.FromDays(1));
        await engine.PumpAsync();
        (await StartsAsync(engine)).ShouldBe([]);
    }

    [Fact]
    public async Task Publishing_again_does_not_put_off_what_stays_the_same_and_drops_what_is_gone()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Trigger("a", "Elsa.Timer", ("interval", "00:10:00")), Trigger("b", "Elsa.Timer", ("interval", "00:03:00"))], ""));
        engine.Time.Advance(TimeSpan.FromMinutes(2));
        await engine.PublishAsync(Define.Flow([Trigger("a", "Elsa.Timer", ("interval", "00:10:00")), Trigger("c", "Elsa.Timer", ("interval", "00:09:00"))], ""));

        for (var i = 0; i < 10; i++)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(1));
            await engine.PumpAsync();
        }

        (await StartsAsync(engine)).ShouldBe([Noon.AddMinutes(10), Noon.AddMinutes(11)]);
    }

    [Fact]
    public async Task A_changed_schedule_begins_anew()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Timer("00:10:00"));
        engine.Time.Advance(TimeSpan.FromMinutes(9));
        await engine.PublishAsync(Timer("00:05:00"));
        engine.Time.Advance(TimeSpan.FromMinutes(5));
        await engine.PumpAsync();
        (await StartsAsync(engine)).ShouldBe([Noon.AddMinutes(14)]);
    }

    [Fact]
    public async Task What_was_not_committed_is_not_scheduled()
    {
        await using var engine = await Engine.CreateAsync();
        await using (var transaction = await engine.Database.BeginAsync(Engine.Seller, CancellationToken.None))
        {
            await engine.Definitions.PublishAsync(transaction.Scope, Timer("00:10:00"), "test", CancellationToken.None);
        }

        (await engine.CountAsync("workflow_schedules")).ShouldBe(0);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
    }

    [Fact]
    public async Task Of_more_missed_runs_than_the_limit_the_latest_are_made_up_for()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.MostMissedRuns = 3);
        await engine.PublishAsync(Timer("00:10:00", ("missedRuns", "CatchUp")));
        engine.Time.Advance(TimeSpan.FromMinutes(100));
        await engine.PumpAsync();

        (await StartsAsync(engine)).ShouldBe([Noon.AddMinutes(10), Noon.AddMinutes(80), Noon.AddMinutes(90), Noon.AddMinutes(100)]);

        engine.Time.Advance(TimeSpan.FromMinutes(30));
        await engine.PumpAsync();
        (await StartsAsync(engine)).Skip(4).ShouldBe([Noon.AddMinutes(110), Noon.AddMinutes(120), Noon.AddMinutes(130)]);
    }

    [Fact]
    public async Task A_retracted_definition_is_not_started_any_more()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Timer("00:10:00"));
        await engine.InTenantAsync(async scope =>
        {
            await scope.Connection.ExecuteAsync("UPDATE agentiq.workflow_definitions SET is_published = false");
            await engine.Schedules.ProjectAsync(scope, "test", CancellationToken.None);
        });
        engine.Time.Advance(TimeSpan.FromDays(1));
        await engine.PumpAsync();

        (await StartsAsync(engine)).ShouldBe([]);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
    }

    [Fact]
    public async Task A_platform_definition_runs_for_the_tenants_that_the_host_names_and_only_for_them()
    {
        var folder = Directory.CreateTempSubdirectory("agentiq-schedules-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "test.json"), Timer("00:10:00"));
        var named = new Named();
        await using var engine = await Engine.CreateAsync(services => services.AddSingleton<IScheduledTenants>(named), o => o.DefinitionsFolder = folder.FullName);
        await StartupAsync(engine);
        engine.Time.Advance(TimeSpan.FromMinutes(10));
        await engine.PumpAsync();
        (await StartsAsync(engine)).ShouldBe([]);

        named.Tenants.Add(Engine.Seller);
        await StartupAsync(engine);
        engine.Time.Advance(TimeSpan.FromMinutes(10));
        await engine.PumpAsync();
        (await StartsAsync(engine)).ShouldBe([Noon.AddMinutes(20)]);

        // The tenant's own version takes over, with its own schedule.
        await engine.PublishAsync(Timer("01:00:00"));
        engine.Time.Advance(TimeSpan.FromMinutes(60));
        await engine.PumpAsync();
        (await StartsAsync(engine)).ShouldBe([Noon.AddMinutes(20), Noon.AddMinutes(80)]);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_start_of_the_engine_revives_a_schedule_that_was_given_up()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Timer("00:10:00"));
        await engine.InTenantAsync(scope => scope.Connection.ExecuteAsync("UPDATE agentiq.workflow_queue SET is_dead = true, attempts = 9"));
        engine.Time.Advance(TimeSpan.FromMinutes(10));
        await engine.PumpAsync();
        (await StartsAsync(engine)).ShouldBe([]);

        await StartupAsync(engine);
        await engine.PumpAsync();
        (await StartsAsync(engine)).ShouldBe([Noon.AddMinutes(10)]);
    }

    [Fact]
    public async Task A_singleton_that_still_runs_is_not_started_beside_itself()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(
            [Trigger("t", "Elsa.Timer", ("interval", "00:10:00")), Define.Event("e", "Go")], "t>e",
            options: new { activationStrategyType = "Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime" }));
        for (var i = 0; i < 3; i++)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(10));
            await engine.PumpAsync();
        }

        (await engine.CountAsync("workflow_instances")).ShouldBe(1);
    }

    private static string Timer(string interval, params (string Name, string? Value)[] properties) =>
        Define.Flow([Trigger("t", "Elsa.Timer", [("interval", interval), .. properties]), "z"], "t>z");

    /// <summary>A trigger; settings of the schedule go into its custom properties.</summary>
    private static System.Text.Json.Nodes.JsonObject Trigger(string id, string type, params (string Name, string? Value)[] properties)
    {
        var custom = properties.Where(p => p.Name is "timeZone" or "missedRuns").ToDictionary(p => p.Name, p => (object?)p.Value);
        custom["canStartWorkflow"] = true;
        return Define.Of(id, type, [.. properties.Where(p => !custom.ContainsKey(p.Name)).Select(p => (p.Name, (object?)Define.Literal(p.Value))), ("customProperties", custom)]);
    }

    /// <summary>The occurrences that instances were started for, by their idempotency keys.</summary>
    private static async Task<List<DateTimeOffset>> StartsAsync(Engine engine)
    {
        var keys = await engine.InTenantAsync(scope => scope.Connection.QueryAsync<string>("SELECT idempotency_key FROM agentiq.workflow_instances ORDER BY id"));
        return [.. keys.Select(key => DateTimeOffset.Parse(key.Split(':', 3)[2])).Order()];
    }

    private static async Task StartupAsync(Engine engine)
    {
        await engine.Startup.StartAsync(CancellationToken.None);
        await engine.Schedules.ReconcileAsync(CancellationToken.None);
    }

    private sealed class Named : IScheduledTenants
    {
        public List<Guid> Tenants { get; } = [];

        public Task<IReadOnlyCollection<Guid>> ListAsync(string definitionId, CancellationToken ct) => Task.FromResult<IReadOnlyCollection<Guid>>(Tenants);
    }
}
