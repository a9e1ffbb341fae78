using AgentIQ.Chaos.Invariants;
using AgentIQ.Chaos.World;

namespace AgentIQ.Chaos.Tests;

/// <summary>Every check finds what it is there for: one that cannot fail would be worthless.</summary>
public sealed class InvariantTests(HealthyRun run) : IClassFixture<HealthyRun>
{
    [Theory]
    [InlineData("DELETE FROM agentiq.workflow_instances WHERE id = @instance", "straight 0")]
    [InlineData("UPDATE agentiq.workflow_instances SET sub_status = 'Suspended' WHERE id = @instance", "has not finished")]
    [InlineData("UPDATE agentiq.workflow_instances SET definition_id = 'told' WHERE id = @instance", "nobody asked")]
    [InlineData("UPDATE agentiq.chaos_requests SET correlation_id = 'lost' WHERE instance_id = @instance", "0 instances")]
    public Task A_start_that_was_lost_or_happened_twice_is_found(string sql, string reason) =>
        FindAsync<NothingLost>("straight", sql, (_, violations) => violations.ShouldContain(v => v.Contains(reason) || v.Contains("straight")));

    [Fact]
    public Task A_stimulus_that_nobody_got_is_found() => FindAsync<StimuliOnce>(
        "waits",
        """
        INSERT INTO agentiq.chaos_requests (tenant_id, id, kind, correlation_id, name)
        SELECT tenant_id, @Other, 'stimulus', correlation_id, 'Third' FROM agentiq.workflow_instances WHERE id = @instance
        """,
        (_, violations) => violations.ShouldContain(v => v.Contains("Third") && v.Contains("0 times")));

    [Fact]
    public Task A_stimulus_that_was_consumed_twice_is_found() => FindAsync<StimuliOnce>("waits", CopyJournal, (_, violations) => violations.ShouldContain(v => v.Contains("2 times")));

    [Theory]
    [InlineData("DELETE FROM agentiq.chaos_counts WHERE instance_id = @instance", "wrote nothing")]
    [InlineData("INSERT INTO agentiq.chaos_counts SELECT * FROM agentiq.chaos_counts WHERE instance_id = @instance", "wrote 2 rows")]
    [InlineData("INSERT INTO agentiq.chaos_counts VALUES (@Tenant, @instance, 999, 'a')", "does not know")]
    public Task A_step_that_wrote_more_or_less_than_the_journal_says_is_found(string sql, string reason) =>
        FindAsync<StepsOnce>("straight", sql, (id, violations) => violations.ShouldContain(v => v.Contains(id.ToString()) && v.Contains(reason)));

    [Theory]
    [InlineData("UPDATE agentiq.workflow_effects SET state = 'running' WHERE instance_id = @instance", "is running")]
    [InlineData("UPDATE agentiq.workflow_effects SET idempotency_key = idempotency_key || '?' WHERE instance_id = @instance", "never happened")]
    [InlineData("DELETE FROM agentiq.workflow_effects WHERE instance_id = @instance", "ledger does not know")]
    public Task An_effect_that_the_ledger_and_the_world_do_not_agree_on_is_found(string sql, string reason) =>
        FindAsync<EffectsOnce>("effects", sql, (id, violations) => violations.ShouldContain(v => v.Contains(id.ToString()) && v.Contains(reason)));

    [Fact]
    public async Task An_effect_that_happened_twice_is_found()
    {
        var id = await run.TakeAsync("effects");
        var key = (await run.ReadAsync()).Calls.Keys.First(k => k.StartsWith(id.ToString(), StringComparison.Ordinal));
        await run.CallAsync(key);

        new EffectsOnce().Check(await run.ReadAsync()).Violations.ShouldContain(v => v.Contains(key) && v.Contains("happened 2 times"));
    }

    [Fact]
    public async Task A_second_call_is_excused_only_when_its_caller_was_frozen_on_the_way()
    {
        var evidence = await run.ReadAsync();
        var key = evidence.Effects[0].IdempotencyKey;

        Violations([new Call(1, WasLate: false), new Call(2, WasLate: true)]).ShouldBe(0);
        Violations([new Call(1, WasLate: false), new Call(2, WasLate: false)]).ShouldBe(1);
        Violations([new Call(1, WasLate: false), new Call(2, WasLate: true), new Call(3, WasLate: false)]).ShouldBe(1);

        int Violations(List<Call> calls) => new EffectsOnce()
            .Check(evidence with { Effects = [evidence.Effects[0]], Calls = new Dictionary<string, List<Call>> { [key] = calls } }).Violations.Count(v => v.Contains("times"));
    }

    [Fact]
    public Task A_timer_that_fired_twice_is_found() => FindAsync<TimersOnce>("timers", CopyJournal, (id, violations) => violations.ShouldContain(v => v.Contains(id.ToString()) && v.Contains("Resumed, Resumed")));

    [Fact]
    public Task A_timer_that_never_fired_is_found() => FindAsync<TimersOnce>("timers", LoseLastBurst, (id, violations) => violations.ShouldContain(v => v.Contains(id.ToString())));

    [Fact]
    public Task A_gap_in_a_history_is_found() => FindAsync<HistoryWithoutGaps>("waits", LoseLastBurst, (id, violations) => violations.ShouldContain(v => v.Contains(id.ToString()) && v.Contains("missing")));

    [Fact]
    public Task A_number_twice_in_a_history_is_found() => FindAsync<HistoryWithoutGaps>("waits", CopyJournal, (id, violations) => violations.ShouldContain(v => v.Contains(id.ToString()) && !v.EndsWith("twice ", StringComparison.Ordinal)));

    [Fact]
    public Task An_instance_that_nothing_will_ever_move_is_found() => FindAsync<NothingStuck>(
        "straight", "UPDATE agentiq.workflow_instances SET finished_at = NULL WHERE id = @instance", (id, violations) => violations.ShouldContain(v => v.Contains(id.ToString())));

    [Theory]
    [InlineData("INSERT INTO agentiq.workflow_queue (tenant_id, id, lane, kind, instance_id, due_at, is_dead) VALUES (@Tenant, @Other, 1, 'continue', @instance, '2020-01-01', true)")]
    [InlineData("INSERT INTO agentiq.workflow_bookmarks (tenant_id, instance_id, number, name, activity_id, is_event) VALUES (@Tenant, @instance, 1, 'x', 'y', true)")]
    [InlineData("INSERT INTO agentiq.workflow_signals (tenant_id, id, name, instance_id, expires_at) VALUES (@Tenant, @Other, 'x', @instance, '2100-01-01')")]
    public Task What_is_left_over_is_found(string sql) => FindAsync<AtRest>("loop", sql, (id, violations) => violations.ShouldContain(v => v.Contains(id.ToString())));

    [Theory]
    [InlineData("UPDATE agentiq.workflow_incidents SET resolved_at = NULL WHERE instance_id = @instance", "is open")]
    [InlineData("DELETE FROM agentiq.workflow_actions WHERE instance_id = @instance", "by whom")]
    public Task An_incident_that_nobody_signed_for_is_found(string sql, string reason) =>
        FindAsync<IncidentsSigned>("stumbles", sql, (id, violations) => violations.ShouldContain(v => v.Contains(id.ToString()) && v.Contains(reason)));

    private const string CopyJournal =
        """
        INSERT INTO agentiq.workflow_bursts (tenant_id, id, instance_id, occurred_at, journal)
        SELECT tenant_id, @Other, instance_id, occurred_at, journal FROM agentiq.workflow_bursts WHERE instance_id = @instance ORDER BY id DESC LIMIT 1
        """;

    private const string LoseLastBurst =
        "DELETE FROM agentiq.workflow_bursts WHERE id = (SELECT id FROM agentiq.workflow_bursts WHERE instance_id = @instance ORDER BY id DESC LIMIT 1)";

    private async Task FindAsync<T>(string definition, string sql, Action<Guid, IReadOnlyList<string>> assert)
        where T : IInvariant, new()
    {
        var id = await run.TakeAsync(definition);
        var before = new T().Check(await run.ReadAsync()).Violations;
        before.ShouldNotContain(v => v.Contains(id.ToString()));
        await run.TamperAsync(sql, id);

        var after = new T().Check(await run.ReadAsync()).Violations;

        after.Count.ShouldBeGreaterThan(before.Count);
        assert(id, after);
    }
}
