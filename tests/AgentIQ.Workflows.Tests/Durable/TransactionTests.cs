using AgentIQ.Workflows.Execution;
using Dapper;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>What a step writes and the fact that it ran are one.</summary>
public sealed class TransactionTests
{
    private static readonly string TwoNotes = Define.Flow(
        [Define.Of("n1", "Test.Note", ("text", Define.Literal("one"))), Define.Of("n2", "Test.Note", ("text", Define.Literal("two"))), "z"], "n1>n2 n2>z");

    [Fact]
    public async Task A_failing_step_undoes_its_own_writes_and_becomes_an_incident()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(TwoNotes);
        engine.Probe.AfterNote = context => context.ActivityId == "n2" ? throw new InvalidOperationException("no") : Task.CompletedTask;

        var id = await engine.StartAsync();
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["one"]);
        (await engine.JournalAsync(id)).ShouldBe(["n1:Started", "n1:Completed", "n2:Started", "n2:Faulted"]);
        var incident = (await engine.IncidentsAsync(id)).ShouldHaveSingleItem();
        incident.ActivityId.ShouldBe("n2");
        incident.Message.ShouldBe("no");
        engine.Probe.Incidents.Single().Id.ShouldBe(incident.Id);
    }

    [Fact]
    public async Task A_step_that_breaks_the_transaction_is_undone_alone_too()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(TwoNotes);
        engine.Probe.AfterNote = context => context.ActivityId == "n2" ? context.Scope.Connection.ExecuteAsync("SELECT 1/0") : Task.CompletedTask;

        var id = await engine.StartAsync();
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["one"]);
        (await engine.IncidentsAsync(id)).ShouldHaveSingleItem().Message.ShouldContain("division by zero");
    }

    [Fact]
    public async Task A_connection_that_dies_in_the_middle_of_a_burst_leaves_nothing_and_the_burst_runs_again()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(TwoNotes);
        var deaths = 0;
        engine.Probe.AfterNote = async context =>
        {
            if (context.ActivityId == "n2" && deaths++ == 0)
            {
                await using var killer = await engine.Database.Owner.OpenConnectionAsync();
                await Should.ThrowAsync<Npgsql.NpgsqlException>(() => context.Scope.Connection.ExecuteAsync("SELECT pg_terminate_backend(pg_backend_pid())"));
                throw new InvalidOperationException("the connection is gone");
            }
        };

        var id = await engine.StartAsync();
        await engine.PumpAsync();

        deaths.ShouldBeGreaterThan(1);
        (await engine.NotesAsync()).ShouldBe(["one", "two"]);
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task What_a_request_asks_for_is_undone_with_its_transaction()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(TwoNotes);

        await using (var transaction = await engine.Database.BeginAsync(Engine.Seller, CancellationToken.None))
        {
            await engine.Workflows.StartAsync(transaction.Scope, new StartWorkflow("test"), CancellationToken.None);
        }

        await engine.PumpAsync();
        (await engine.CountAsync("workflow_instances")).ShouldBe(0);
        (await engine.NotesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_retried_incident_is_a_new_attempt_and_the_instance_goes_on()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(TwoNotes);
        var isBroken = true;
        engine.Probe.AfterNote = context => isBroken && context.ActivityId == "n2" ? throw new InvalidOperationException("no") : Task.CompletedTask;
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        var incident = (await engine.IncidentsAsync(id)).Single();

        isBroken = false;
        await engine.InTenantAsync(scope => engine.Incidents.RetryAsync(scope, incident.Id, "tester", CancellationToken.None));
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.IncidentsAsync(id)).ShouldBeEmpty();
        (await engine.NotesAsync()).ShouldBe(["one", "two"]);
        engine.Probe.Seen.ShouldBe(["resolved"]);
    }

    [Fact]
    public async Task A_poisonous_instance_does_not_stop_its_neighbours()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(TwoNotes);
        var poisonous = Guid.Empty;
        engine.Probe.AfterNote = context => context.InstanceId == poisonous ? throw new InvalidOperationException("poison") : Task.CompletedTask;
        var instances = new List<Guid>();
        for (var i = 0; i < 10; i++)
        {
            instances.Add(await engine.StartAsync());
        }

        poisonous = instances[4];
        await engine.PumpAsync();

        foreach (var id in instances)
        {
            (await engine.FindAsync(id)).SubStatus.ShouldBe(id == poisonous ? WorkflowSubStatus.Faulted : WorkflowSubStatus.Finished);
        }
    }

    [Fact]
    public async Task A_burst_that_always_fails_becomes_dead_work_that_can_be_retried()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.BurstAttempts = 3);
        await engine.PublishAsync(TwoNotes);
        var id = await engine.StartAsync();
        await engine.Database.Owner.OpenAndRunAsync("REVOKE INSERT ON agentiq.workflow_bursts FROM agentiq_engine");

        for (var attempt = 0; attempt < 4; attempt++)
        {
            await engine.PumpAsync();
            engine.Time.Advance(TimeSpan.FromMinutes(1));
        }

        (await engine.InTenantAsync(scope => engine.Monitor.DeadWorkAsync(scope, CancellationToken.None))).ShouldHaveSingleItem().Error.ShouldNotBeNull().ShouldContain("workflow_bursts");
        var incident = (await engine.IncidentsAsync(id)).ShouldHaveSingleItem();
        incident.ActivityId.ShouldBeNull();
        (await engine.NotesAsync()).ShouldBeEmpty();

        await engine.Database.Owner.OpenAndRunAsync("GRANT INSERT ON agentiq.workflow_bursts TO agentiq_engine");
        await engine.InTenantAsync(scope => engine.Incidents.RetryAsync(scope, incident.Id, "tester", CancellationToken.None));
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.IncidentsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_instance_that_always_breaks_its_connection_does_not_stop_its_neighbours()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.BurstAttempts = 3);
        await engine.PublishAsync(TwoNotes);
        var (poisonous, healthy) = (await engine.StartAsync(), await engine.StartAsync());
        engine.Probe.AfterNote = context => context.InstanceId == poisonous
            ? context.Scope.Connection.ExecuteAsync("SELECT pg_terminate_backend(pg_backend_pid())")
            : Task.CompletedTask;

        for (var attempt = 0; attempt < 4; attempt++)
        {
            await engine.PumpAsync();
            engine.Time.Advance(TimeSpan.FromMinutes(1));
        }

        (await engine.FindAsync(healthy)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.IncidentsAsync(poisonous)).ShouldHaveSingleItem();
        (await engine.NotesAsync()).ShouldBe(["one", "two"]);
    }
}
