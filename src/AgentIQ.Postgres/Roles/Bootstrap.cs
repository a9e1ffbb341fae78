using Dapper;
using Npgsql;

namespace AgentIQ.Postgres;

/// <summary>
/// Makes the roles and the database, from a connection of a superuser or of a role with CREATEROLE and CREATEDB.
/// May run any number of times and in any number of processes at once: roles belong to the cluster, so all of them
/// take one advisory lock in the maintenance database.
/// </summary>
internal static class Bootstrap
{
    /// <summary>Any constant that is ours: "agentiq" in ASCII.</summary>
    private const long LockKey = 0x61_67_65_6E_74_69_71;

    internal static async Task EnsureAsync(ConnectionSet connections, CancellationToken ct)
    {
        await using var admin = new NpgsqlConnection(connections.Admin);
        await admin.OpenAsync(ct);
        var account = await ReadAccountAsync(admin, ct);
        await admin.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@LockKey)", new { LockKey }, commandTimeout: 0, cancellationToken: ct));

        await EnsureRoleAsync(admin, RoleNames.Owner, "LOGIN NOINHERIT", connections.GivenPassword, ct);
        await EnsureRoleAsync(admin, RoleNames.App, "LOGIN", connections.GivenPassword, ct);
        await EnsureRoleAsync(admin, RoleNames.Engine, "LOGIN NOINHERIT", connections.GivenPassword, ct);
        await EnsureRoleAsync(admin, RoleNames.SignIn, "NOLOGIN", null, ct);
        await RefuseTooMightyRolesAsync(admin, ct);

        // NOINHERIT: the engine has to say SET ROLE before it is the app, and the owner before it is the sign-in role.
        await EnsureMemberAsync(admin, RoleNames.App, RoleNames.Engine, ct);
        await EnsureMemberAsync(admin, RoleNames.SignIn, RoleNames.Owner, ct);
        if (!account.IsSuperuser)
        {
            // Whoever gives a database to a role must be able to become that role.
            await EnsureMemberAsync(admin, RoleNames.Owner, account.Name, ct);
        }

        await EnsureDatabaseAsync(admin, connections, ct);
    }

    private static async Task<Account> ReadAccountAsync(NpgsqlConnection admin, CancellationToken ct)
    {
        if (admin.PostgreSqlVersion.Major < 15)
        {
            throw new NotSupportedException($"AgentIQ needs PostgreSQL 15 or newer, but {admin.Host} runs {admin.PostgreSqlVersion}.");
        }

        var account = await admin.QuerySingleAsync<Account>(new CommandDefinition(
            "SELECT rolname AS name, rolsuper AS is_superuser, rolcreaterole AS can_create_roles FROM pg_roles WHERE rolname = current_user",
            cancellationToken: ct));
        return account.IsSuperuser || account.CanCreateRoles
            ? account
            : throw new InvalidOperationException(
                $"The database user '{account.Name}' may not create roles. Give AgentIQ the connection of a superuser or of a role with CREATEROLE and CREATEDB: it is used only to make AgentIQ's own roles, which are neither.");
    }

    private static async Task EnsureRoleAsync(NpgsqlConnection admin, string role, string attributes, string? givenPassword, CancellationToken ct)
    {
        var exists = await admin.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = @role)", new { role }, cancellationToken: ct));
        // A verifier is made of letters, digits and +/=:$- only, so it needs no quoting.
        var password = RolePassword.Derive(givenPassword, role) is { } derived ? $" PASSWORD '{derived.Verifier()}'" : "";
        await admin.ExecuteAsync(new CommandDefinition(
            $"{(exists ? "ALTER" : "CREATE")} ROLE {role} {attributes}{password}", cancellationToken: ct));
    }

    private static async Task RefuseTooMightyRolesAsync(NpgsqlConnection admin, CancellationToken ct)
    {
        var mighty = await admin.QueryFirstOrDefaultAsync<string>(new CommandDefinition(
            """
            SELECT rolname FROM pg_roles
            WHERE rolname IN ('agentiq_owner', 'agentiq_app', 'agentiq_engine', 'agentiq_signin')
              AND (rolsuper OR rolbypassrls)
            """,
            cancellationToken: ct));
        if (mighty is not null)
        {
            throw new InvalidOperationException(
                $"The role {mighty} may bypass row-level security, so sellers would not be kept apart. Run: ALTER ROLE {mighty} NOSUPERUSER NOBYPASSRLS");
        }
    }

    private static async Task EnsureMemberAsync(NpgsqlConnection admin, string role, string member, CancellationToken ct)
    {
        // Since PostgreSQL 16 a role that was created by a non-superuser is granted to its creator without the right to SET ROLE,
        // so a direct membership is not asked for but granted again: that changes nothing when it is there.
        await admin.ExecuteAsync(new CommandDefinition($"GRANT {role} TO {Quote(member)}", cancellationToken: ct));
    }

    private static async Task EnsureDatabaseAsync(NpgsqlConnection admin, ConnectionSet connections, CancellationToken ct)
    {
        var owner = await admin.QueryFirstOrDefaultAsync<string>(new CommandDefinition(
            "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = @Database", new { connections.Database }, cancellationToken: ct));
        var database = Quote(connections.Database);
        if (owner is null)
        {
            await admin.ExecuteAsync(new CommandDefinition(
                $"CREATE DATABASE {database} OWNER {RoleNames.Owner} ENCODING 'UTF8' TEMPLATE template0", commandTimeout: 0, cancellationToken: ct));
        }
        else if (owner != RoleNames.Owner)
        {
            // A database that somebody else made (an image's POSTGRES_DB, a hosting company) stays theirs.
            await admin.ExecuteAsync(new CommandDefinition(
                $"GRANT CONNECT, CREATE, TEMPORARY ON DATABASE {database} TO {RoleNames.Owner}", cancellationToken: ct));
        }
    }

    private static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed record Account(string Name, bool IsSuperuser, bool CanCreateRoles);
}
