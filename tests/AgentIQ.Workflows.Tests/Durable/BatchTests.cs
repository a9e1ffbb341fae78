using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;
using Dapper;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Many bursts in one transaction, written by a handful of statements: each still stands or falls by itself.</summary>
public sealed class BatchTests
{
    private static readonly string OneNote = Define.Flow([Define.Of("n", "Test.Note", ("text", Define.Literal("one"))), "z"], "n>z");

    [Fact]
    public async Task One_that_has_another_owner_does_not_hold_up_forty_nine_others()
    {
        await using var engine = await Engine.CreateAsync();
        await using var other = engine.Another();
        await engine.PublishAsync(OneNote);
        var ids = await StartAsync(engine, 50);
        var claimed = await engine.Queue.ClaimBurstsAsync(50, CancellationToken.None);
        await engine.Database.Engine.OpenAndRunAsync(
            $"UPDATE agentiq.workflow_queue SET lease_until = clock_timestamp() - interval '1 second' WHERE instance_id = '{ids[20]}'");

        var stolen = await other.Queue.ClaimBurstsAsync(50, CancellationToken.None);
        stolen.ShouldHaveSingleItem().InstanceId.ShouldBe(ids[20]);
        await engine.Bursts.RunAsync(claimed, CancellationToken.None);

        (await CountAsync(engine, WorkflowSubStatus.Finished)).ShouldBe(49);
        (await engine.FindAsync(ids[20])).SubStatus.ShouldBe(WorkflowSubStatus.Pending);
        await other.Bursts.RunAsync(stolen, CancellationToken.None);
        (await CountAsync(engine, WorkflowSubStatus.Finished)).ShouldBe(50);
        (await engine.NotesAsync()).Count.ShouldBe(50);
    }

    [Fact]
    public async Task An_instance_that_somebody_else_changed_does_not_hold_up_its_neighbours_and_runs_again_from_what_is_there()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(OneNote);
        var ids = await StartAsync(engine, 8);
        var changed = false;
        engine.Probe.AfterNote = async context =>
        {
            if (context.InstanceId == ids[3] && !changed)
            {
                changed = true;
                await engine.InTenantAsync(scope => scope.Connection.ExecuteAsync("UPDATE agentiq.workflow_instances SET revision = revision + 1, name = 'changed' WHERE id = @Id", new { Id = ids[3] }));
            }
        };

        await engine.PumpAsync();

        (await CountAsync(engine, WorkflowSubStatus.Finished)).ShouldBe(8);
        (await engine.NotesAsync()).Count.ShouldBe(8);
        (await engine.FindAsync(ids[3])).Name.ShouldBe("changed");
    }

    [Fact]
    public async Task A_step_that_fails_among_fifty_is_undone_alone_and_the_rest_is_committed_with_it()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(OneNote);
        var ids = await StartAsync(engine, 50);
        engine.Probe.AfterNote = context => context.InstanceId == ids[7] ? throw new InvalidOperationException("poison") : Task.CompletedTask;

        (await engine.RunBurstsAsync()).ShouldBe(50);

        (await CountAsync(engine, WorkflowSubStatus.Finished)).ShouldBe(49);
        (await engine.NotesAsync()).Count.ShouldBe(49);
        (await engine.IncidentsAsync()).ShouldHaveSingleItem().Instance.Id.ShouldBe(ids[7]);
    }

    [Fact]
    public async Task A_result_that_the_database_refuses_is_found_among_fifty_and_fails_alone()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.BurstAttempts = 1);
        await engine.PublishAsync(Define.Flow([Define.Of("n", "Elsa.SetName", ("value", Define.Script("getInput('name')"))), "z"], "n>z"));
        for (var i = 0; i < 50; i++)
        {
            // A zero character is a valid string for us, but not for PostgreSQL.
            await engine.StartAsync(input: new Dictionary<string, object?> { ["name"] = i == 33 ? "bad\0name" : "good" });
        }

        (await engine.RunBurstsAsync()).ShouldBe(50);

        (await CountAsync(engine, WorkflowSubStatus.Finished)).ShouldBe(49);
        (await engine.IncidentsAsync()).ShouldHaveSingleItem().Message.ShouldContain("0x00");
        (await engine.InTenantAsync(scope => engine.Monitor.DeadWorkAsync(scope, CancellationToken.None))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Work_of_one_lane_runs_in_its_order_within_one_batch()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("a", "First"), Define.Event("b", "Second"), "z"], "a>b b>z"));
        var id = await engine.StartAsync(correlation: "c");
        await engine.SignalAsync("First", "c");
        await engine.SignalAsync("Second", "c");

        (await engine.RunBurstsAsync()).ShouldBe(3);

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
        (await engine.CountAsync("workflow_signals")).ShouldBe(0);
    }

    [Fact]
    public async Task A_timer_that_is_disarmed_in_the_batch_that_holds_it_does_not_fire()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("w", "Test.WaitOrLate"), "answered", "late"], "w.Answered>answered w.Late>late"));
        var id = await engine.StartAsync(correlation: "a");
        await engine.PumpAsync();
        await engine.SignalAsync("Answer", "a");
        engine.Time.Advance(TimeSpan.FromMinutes(30));

        // The answer was sent first, but the timer was due at the same moment.
        var both = await engine.Queue.ClaimBurstsAsync(50, CancellationToken.None);
        both.Select(i => i.Kind).ShouldBe([WorkKind.Signal, WorkKind.Timer]);
        await engine.Bursts.RunAsync(both, CancellationToken.None);

        (await engine.JournalAsync(id)).Where(e => e is "answered:Completed" or "late:Completed").ShouldBe(["answered:Completed"]);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
    }

    [Fact]
    public async Task Each_step_runs_as_the_app_in_the_tenant_of_its_own_instance_only()
    {
        await using var engine = await Engine.CreateAsync();
        var stranger = Guid.Parse("00000000-0000-7000-8000-0000000000bb");
        var seen = new List<(Guid Tenant, string Who, string Bound, int Visible)>();
        engine.Probe.AfterNote = async context =>
        {
            var (who, bound, visible) = await context.Scope.Connection.QuerySingleAsync<(string, string, int)>(
                "SELECT current_user::text, current_setting('agentiq.seller_id'), (SELECT count(DISTINCT seller_id)::int FROM agentiq.notes)");
            seen.Add((context.TenantId, who, bound, visible));
        };
        foreach (var tenant in new[] { Engine.Seller, stranger })
        {
            await engine.Database.InTenantAsync(tenant, scope => engine.Definitions.PublishAsync(scope, OneNote, "test", CancellationToken.None), CancellationToken.None);
        }

        for (var i = 0; i < 6; i++)
        {
            await engine.Database.InTenantAsync(i % 2 == 0 ? Engine.Seller : stranger, scope => engine.Workflows.StartAsync(scope, new StartWorkflow("test"), CancellationToken.None), CancellationToken.None);
        }

        (await engine.RunBurstsAsync()).ShouldBe(6);

        seen.Count.ShouldBe(6);
        seen.ShouldAllBe(s => s.Who == RoleNames.App && s.Bound == s.Tenant.ToString() && s.Visible == 1);
    }

    [Fact]
    public async Task More_bursts_that_touch_the_domain_than_a_transaction_should_hold_are_committed_in_several()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(OneNote);
        await StartAsync(engine, 120);
        var transactions = new HashSet<string>();
        engine.Probe.AfterNote = async context => transactions.Add((await context.Scope.Connection.ExecuteScalarAsync<string>("SELECT pg_current_xact_id()::text"))!);

        var claimed = await engine.Queue.ClaimBurstsAsync(200, CancellationToken.None);
        await engine.Bursts.RunAsync(claimed, CancellationToken.None);

        (await CountAsync(engine, WorkflowSubStatus.Finished)).ShouldBe(120);
        (await engine.NotesAsync()).Count.ShouldBe(120);
        // Each burst has a savepoint for its steps and one for its observer, both in the same.
        transactions.Count.ShouldBe(3);
    }

    [Fact]
    public async Task One_poisonous_instance_in_a_hundred_becomes_an_incident_and_the_others_finish()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(OneNote);
        var ids = await StartAsync(engine, 300);
        engine.Probe.AfterNote = context => ids.IndexOf(context.InstanceId) % 100 == 50 ? throw new InvalidOperationException("poison") : Task.CompletedTask;

        await engine.PumpAsync();

        (await CountAsync(engine, WorkflowSubStatus.Finished)).ShouldBe(297);
        (await engine.NotesAsync()).Count.ShouldBe(297);
        (await engine.IncidentsAsync()).Select(i => i.Instance.Id).Order().ShouldBe(new[] { ids[50], ids[150], ids[250] }.Order());
    }

    [Fact]
    public async Task The_engine_finds_the_definition_that_the_tenant_would_find()
    {
        await using var engine = await Engine.CreateAsync();
        var stranger = Guid.Parse("00000000-0000-7000-8000-0000000000bb");
        await engine.PublishAsync(Define.Flow([Define.Trigger("t", "Arrived"), "z"], "t>z"));

        foreach (var tenant in new[] { Engine.Seller, stranger })
        {
            await engine.Database.InTenantAsync(tenant, scope => engine.Workflows.SignalAsync(scope, new Stimulus("Arrived", "c"), CancellationToken.None), CancellationToken.None);
        }

        await engine.PumpAsync();

        (await engine.CountAsync("workflow_instances")).ShouldBe(1);
        (await engine.Database.InTenantAsync(stranger, scope => scope.Connection.ExecuteScalarAsync<int>("SELECT count(*) FROM agentiq.workflow_instances"), CancellationToken.None)).ShouldBe(0);
        (await engine.Database.InTenantAsync(stranger, scope => scope.Connection.ExecuteScalarAsync<int>("SELECT count(*) FROM agentiq.workflow_signals"), CancellationToken.None)).ShouldBe(1);
    }

    private static async Task<List<Guid>> StartAsync(Engine engine, int count)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await engine.StartAsync());
        }

        return ids;
    }

    private static Task<int> CountAsync(Engine engine, WorkflowSubStatus status) => engine.CountAsync($"workflow_instances WHERE sub_status = '{status}'");
}
