using Dapper;
using Npgsql;

namespace AgentIQ.Postgres.Tests.Tenancy;

/// <summary>The engine sees across sellers on its own tables, and is bound to one seller inside a step.</summary>
public sealed class EngineRoleTests(PostgresServers servers)
{
    public static TheoryData<string> Servers => PostgresServers.All;

    [Theory, MemberData(nameof(Servers))]
    public async Task It_sees_its_own_tables_across_tenants(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var engine = await notes.Db.Engine.OpenConnectionAsync();

        (await engine.QueryAsync<Guid>("SELECT tenant_id FROM queue")).ShouldBe([notes.Seller, notes.Other], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task It_may_not_read_the_tables_of_the_business(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var engine = await notes.Db.Engine.OpenConnectionAsync();

        var error = await Should.ThrowAsync<PostgresException>(() => engine.QueryAsync("SELECT * FROM notes"));

        error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task Inside_a_step_it_is_bound_to_the_tenant_and_afterwards_it_is_not(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var engine = await notes.Db.Engine.OpenConnectionAsync();
        await using var transaction = await engine.BeginTransactionAsync();

        var scope = await TenantScope.EnterAsync(engine, notes.Seller, CancellationToken.None);
        (await engine.QueryAsync<Guid>("SELECT seller_id FROM notes")).ShouldBe([notes.Seller]);
        (await engine.QueryAsync<Guid>("SELECT tenant_id FROM queue")).ShouldBe([notes.Seller]);
        await scope.LeaveAsync(CancellationToken.None);

        (await engine.QueryAsync<Guid>("SELECT tenant_id FROM queue")).Count().ShouldBe(2);
        var error = await Should.ThrowAsync<PostgresException>(() => engine.QueryAsync("SELECT * FROM notes"));
        error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task A_rollback_to_the_savepoint_before_a_step_leaves_the_tenant_too(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var engine = await notes.Db.Engine.OpenConnectionAsync();
        await using var transaction = await engine.BeginTransactionAsync();
        await transaction.SaveAsync("burst");
        await TenantScope.EnterAsync(engine, notes.Seller, CancellationToken.None);
        await Should.ThrowAsync<PostgresException>(() => engine.ExecuteAsync("SELECT 1 / 0"));

        await transaction.RollbackAsync("burst");

        (await engine.QuerySingleAsync<string>("SELECT current_user")).ShouldBe(RoleNames.Engine);
        (await engine.QueryAsync<Guid>("SELECT tenant_id FROM queue")).Count().ShouldBe(2);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task Steps_of_several_tenants_fit_into_one_batch(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var engine = await notes.Db.Engine.OpenConnectionAsync();
        await using var transaction = await engine.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(engine, transaction);
        foreach (var seller in new[] { notes.Seller, notes.Other })
        {
            TenantScope.Enter(batch, engine, seller);
            batch.BatchCommands.Add(new NpgsqlBatchCommand("UPDATE notes SET text = 'stepped'"));
            TenantScope.Leave(batch);
        }

        await batch.ExecuteNonQueryAsync();

        batch.BatchCommands.Cast<NpgsqlBatchCommand>().Where(command => command.CommandText.StartsWith("UPDATE", StringComparison.Ordinal))
            .Select(command => command.RecordsAffected).ShouldBe([1, 1]);
        (await engine.QuerySingleAsync<string>("SELECT current_user")).ShouldBe(RoleNames.Engine);
    }
}
