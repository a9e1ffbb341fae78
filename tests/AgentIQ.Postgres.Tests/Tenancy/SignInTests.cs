using Dapper;
using Npgsql;

namespace AgentIQ.Postgres.Tests.Tenancy;

/// <summary>Who is signing in is found before a tenant is known, by one function and in no other way.</summary>
public sealed class SignInTests(PostgresServers servers)
{
    public static TheoryData<string> Servers => PostgresServers.All;

    [Theory, MemberData(nameof(Servers))]
    public async Task The_function_finds_a_user_of_any_tenant(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var app = await notes.Db.App.OpenConnectionAsync();

        var found = await app.QuerySingleAsync<Guid>("SELECT find_sign_in(@email)", new { email = $"{notes.Other}@example.com" });

        found.ShouldBe(notes.Other);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task The_table_itself_still_needs_a_tenant(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var app = await notes.Db.App.OpenConnectionAsync();

        await Should.ThrowAsync<PostgresException>(() => app.QueryAsync("SELECT * FROM users"));
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task The_role_of_the_function_can_neither_log_in_nor_create(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var owner = await notes.Db.Owner.OpenConnectionAsync();

        (await owner.QuerySingleAsync<bool>("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'agentiq_signin'")).ShouldBeFalse();
        (await owner.QuerySingleAsync<bool>("SELECT has_schema_privilege('agentiq_signin', 'agentiq', 'CREATE')")).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task A_function_without_its_own_search_path_is_refused(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var owner = await notes.Db.Owner.OpenConnectionAsync();
        await owner.ExecuteAsync("CREATE FUNCTION careless() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'");

        var error = await Should.ThrowAsync<PostgresException>(() => owner.ExecuteAsync("CALL agentiq.sign_in_function('careless()')"));

        error.MessageText.ShouldContain("SET search_path");
    }
}
