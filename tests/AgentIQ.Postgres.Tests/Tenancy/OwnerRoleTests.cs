using Dapper;
using Npgsql;

namespace AgentIQ.Postgres.Tests.Tenancy;

/// <summary>The owner of the tables is bound by their policies like everybody else.</summary>
public sealed class OwnerRoleTests(PostgresServers servers)
{
    public static TheoryData<string> Servers => PostgresServers.All;

    [Theory, MemberData(nameof(Servers))]
    public async Task No_role_is_a_superuser_or_bypasses_row_level_security(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var owner = await notes.Db.Owner.OpenConnectionAsync();

        var mighty = await owner.QueryAsync<string>(
            "SELECT rolname FROM pg_roles WHERE rolname LIKE 'agentiq%' AND (rolsuper OR rolbypassrls OR rolcreaterole)");

        mighty.ShouldBeEmpty();
        (await owner.QuerySingleAsync<string>("SELECT current_user")).ShouldBe(RoleNames.Owner);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task Without_a_tenant_it_reads_nothing(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var owner = await notes.Db.Owner.OpenConnectionAsync();

        var error = await Should.ThrowAsync<PostgresException>(() => owner.QueryAsync("SELECT * FROM notes"));

        error.MessageText.ShouldContain("no tenant is set");
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task With_a_tenant_it_sees_that_tenant_only(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var owner = await notes.Db.Owner.OpenConnectionAsync();
        await using var transaction = await owner.BeginTransactionAsync();
        await owner.ExecuteAsync("SELECT set_config('agentiq.seller_id', @seller, true)", new { seller = notes.Seller.ToString() });

        (await owner.QueryAsync<Guid>("SELECT seller_id FROM notes")).ShouldBe([notes.Seller]);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task A_table_without_its_tenant_column_cannot_be_declared(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var owner = await notes.Db.Owner.OpenConnectionAsync();

        var error = await Should.ThrowAsync<PostgresException>(() => owner.ExecuteAsync("CALL agentiq.tenant_table('undeclared')"));

        error.MessageText.ShouldBe("agentiq.tenant_table(undeclared): the table needs a column seller_id of type uuid NOT NULL");
    }
}
