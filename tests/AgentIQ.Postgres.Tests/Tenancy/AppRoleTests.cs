using Dapper;
using Npgsql;

namespace AgentIQ.Postgres.Tests.Tenancy;

/// <summary>What the role of requests and steps can and cannot do.</summary>
public sealed class AppRoleTests(PostgresServers servers)
{
    public static TheoryData<string> Servers => PostgresServers.All;

    [Theory, MemberData(nameof(Servers))]
    public async Task An_unset_tenant_raises_instead_of_showing_nothing(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var app = await notes.Db.App.OpenConnectionAsync();

        var error = await Should.ThrowAsync<PostgresException>(() => app.QueryAsync("SELECT * FROM notes"));

        error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        error.MessageText.ShouldContain("no tenant is set");
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task The_empty_string_that_a_committed_set_local_leaves_behind_raises_too(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var app = await notes.Db.App.OpenConnectionAsync();
        await using (var transaction = await app.BeginTransactionAsync())
        {
            await app.ExecuteAsync("SELECT set_config('agentiq.seller_id', @seller, true)", new { seller = notes.Seller.ToString() });
            (await app.QueryAsync("SELECT * FROM notes")).Count().ShouldBe(1);
            await transaction.CommitAsync();
        }

        (await app.QuerySingleAsync<string>("SELECT current_setting('agentiq.seller_id', true)")).ShouldBe("");
        var error = await Should.ThrowAsync<PostgresException>(() => app.QueryAsync("SELECT * FROM notes"));

        error.MessageText.ShouldContain("no tenant is set");
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task A_tenant_sees_its_own_rows_only(string server)
    {
        var notes = await servers.NotesAsync(server);

        var seen = await notes.Db.InTenantAsync(
            notes.Seller, scope => scope.Connection.QueryAsync<Guid>("SELECT seller_id FROM notes"), CancellationToken.None);

        seen.ShouldBe([notes.Seller]);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task A_row_of_another_tenant_cannot_be_changed_or_deleted(string server)
    {
        var notes = await servers.NotesAsync(server);
        var row = new { notes.Other };

        var changed = await notes.Db.InTenantAsync(
            notes.Seller,
            async scope => await scope.Connection.ExecuteAsync("UPDATE notes SET text = 'mine' WHERE seller_id = @Other", row)
                + await scope.Connection.ExecuteAsync("DELETE FROM notes WHERE seller_id = @Other", row),
            CancellationToken.None);

        changed.ShouldBe(0);
        var text = await notes.Db.InTenantAsync(
            notes.Other, scope => scope.Connection.QuerySingleAsync<string>("SELECT text FROM notes"), CancellationToken.None);
        text.ShouldBe("a note");
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task No_row_can_be_put_into_another_tenant(string server)
    {
        var notes = await servers.NotesAsync(server);
        foreach (var sql in new[] { "INSERT INTO notes VALUES (@Other, @Seller, 'x')", "UPDATE notes SET seller_id = @Other" })
        {
            var error = await Should.ThrowAsync<PostgresException>(() => notes.Db.InTenantAsync(
                notes.Seller, scope => scope.Connection.ExecuteAsync(sql, new { notes.Other, notes.Seller }), CancellationToken.None));

            error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task Copy_into_a_tenants_table_is_refused(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var transaction = await notes.Db.BeginAsync(notes.Seller, CancellationToken.None);

        var error = await Should.ThrowAsync<PostgresException>(
            () => transaction.Scope.Connection.BeginBinaryImportAsync("COPY notes FROM STDIN (FORMAT binary)"));

        error.SqlState.ShouldBe(PostgresErrorCodes.FeatureNotSupported);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task An_append_only_table_is_never_changed(string server)
    {
        var notes = await servers.NotesAsync(server);
        foreach (var sql in new[] { "UPDATE log SET text = 'x'", "DELETE FROM log", "TRUNCATE log" })
        {
            var error = await Should.ThrowAsync<PostgresException>(() => notes.Db.InTenantAsync(
                notes.Seller, scope => scope.Connection.ExecuteAsync(sql), CancellationToken.None));

            error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Theory]
    [InlineData("SET ROLE agentiq_owner")]
    [InlineData("SET ROLE agentiq_engine")]
    [InlineData("SET ROLE agentiq_signin")]
    [InlineData("SELECT * FROM undeclared")]
    [InlineData("SELECT * FROM schema_files")]
    [InlineData("INSERT INTO catalogue VALUES ('019b76da-a800-7000-8000-000000000001')")]
    [InlineData("CREATE TABLE mine (id int)")]
    [InlineData("ALTER TABLE notes DISABLE ROW LEVEL SECURITY")]
    public async Task The_app_may_not(string sql)
    {
        foreach (var server in Servers)
        {
            var notes = await servers.NotesAsync(server.Data);
            await using var app = await notes.Db.App.OpenConnectionAsync();

            var error = await Should.ThrowAsync<PostgresException>(() => app.ExecuteAsync(sql));

            error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task The_tenant_is_computed_once_per_statement(string server)
    {
        var notes = await servers.NotesAsync(server);

        var plan = await notes.Db.InTenantAsync(
            notes.Seller, scope => scope.Connection.QueryAsync<string>("EXPLAIN SELECT * FROM notes"), CancellationToken.None);

        plan.ShouldContain(line => line.Contains("InitPlan"));
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task Work_that_throws_leaves_nothing_behind(string server)
    {
        var notes = await servers.NotesAsync(server);

        await Should.ThrowAsync<InvalidOperationException>(() => notes.Db.InTenantAsync(
            notes.Seller,
            async scope =>
            {
                await scope.Connection.ExecuteAsync("DELETE FROM notes");
                throw new InvalidOperationException("half way");
            },
            CancellationToken.None));

        var count = await notes.Db.InTenantAsync(
            notes.Seller, scope => scope.Connection.QuerySingleAsync<int>("SELECT count(*) FROM notes"), CancellationToken.None);
        count.ShouldBe(1);
    }
}
