using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AgentIQ.Postgres.Tests.Roles;

/// <summary>Roles are cluster-wide, so each of these tests has a server of its own.</summary>
public sealed class BootstrapTests : IDisposable
{
    private const string PasswordsOnly = "local all all scram-sha-256\n";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Servers => PostgresServers.All;

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Servers))]
    public async Task A_role_that_may_create_roles_and_databases_is_enough(string name)
    {
        await using var server = await StartAsync(name);
        await ExecuteAsync(server.ConnectionString, "CREATE ROLE hosted LOGIN CREATEROLE CREATEDB");
        var given = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = "hosted" }.ConnectionString;
        await using var database = new Database(given);

        await Migrator.ApplyAsync(database, [], CancellationToken.None);
        await Migrator.ApplyAsync(database, [], CancellationToken.None);

        (await UserAsync(database.App)).ShouldBe(RoleNames.App);
        (await OwnerAsync(database)).ShouldBe(RoleNames.Owner);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task A_database_that_somebody_else_owns_stays_theirs(string name)
    {
        await using var server = await StartAsync(name);
        await ExecuteAsync(server.ConnectionString, "CREATE DATABASE agentiq");
        await using var database = new Database(server.ConnectionString);

        await Migrator.ApplyAsync(database, [], CancellationToken.None);

        (await OwnerAsync(database)).ShouldBe("postgres");
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task The_roles_passwords_follow_from_the_given_one(string name)
    {
        await using var server = await StartAsync(name);
        await ExecuteAsync(server.ConnectionString, "ALTER ROLE postgres PASSWORD 'given'");
        await File.WriteAllTextAsync(Hba, PasswordsOnly);
        await ExecuteAsync(server.ConnectionString, "SELECT pg_reload_conf()", "given");
        await using var database = new Database(WithPassword(server.ConnectionString, "given"));
        await using var wrong = new Database(WithPassword(server.ConnectionString, "guessed"));

        await Migrator.ApplyAsync(database, [], CancellationToken.None);

        (await UserAsync(database.Owner)).ShouldBe(RoleNames.Owner);
        (await UserAsync(database.App)).ShouldBe(RoleNames.App);
        (await UserAsync(database.Engine)).ShouldBe(RoleNames.Engine);
        await Should.ThrowAsync<PostgresException>(() => UserAsync(wrong.App));
    }

    [Fact]
    public async Task A_user_that_may_not_create_roles_is_told_what_is_needed()
    {
        await using var server = await StartAsync(PostgresServers.All.First().Data);
        await ExecuteAsync(server.ConnectionString, "CREATE ROLE poor LOGIN");
        await using var database = new Database(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = "poor" }.ConnectionString);

        var error = await Should.ThrowAsync<InvalidOperationException>(() => Migrator.ApplyAsync(database, [], CancellationToken.None));

        error.Message.ShouldContain("The database user 'poor' may not create roles");
    }

    [Fact]
    public async Task A_role_that_bypasses_row_level_security_is_refused()
    {
        await using var server = await StartAsync(PostgresServers.All.First().Data);
        await ExecuteAsync(server.ConnectionString, "CREATE ROLE agentiq_app LOGIN BYPASSRLS");
        await using var database = new Database(server.ConnectionString);

        var error = await Should.ThrowAsync<InvalidOperationException>(() => Migrator.ApplyAsync(database, [], CancellationToken.None));

        error.Message.ShouldContain("ALTER ROLE agentiq_app NOSUPERUSER NOBYPASSRLS");
    }

    [Theory]
    [InlineData("Username=postgres", "names no Host")]
    [InlineData("Host=db;Database=postgres", "belongs to PostgreSQL itself")]
    public void A_connection_string_that_cannot_work_is_refused(string connectionString, string message)
    {
        Should.Throw<ArgumentException>(() => new Database(connectionString)).Message.ShouldContain(message);
    }

    private string Hba => Path.Combine(_folder.Path, "cluster", "pg_hba.conf");

    private Task<EmbeddedPostgres> StartAsync(string name) => EmbeddedPostgres.StartAsync(
        new EmbeddedPostgresOptions { Folder = _folder.Path, Binaries = PostgresServers.Binaries(name), Volatile = true },
        NullLogger.Instance,
        CancellationToken.None);

    private static string WithPassword(string connectionString, string password) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Password = password }.ConnectionString;

    private static async Task ExecuteAsync(string connectionString, string sql, string? password = null)
    {
        await using var admin = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString)
        {
            Database = "postgres",
            Password = password,
            Pooling = false,
        }.ConnectionString);
        await admin.ExecuteAsync(sql);
    }

    private static async Task<string> UserAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QuerySingleAsync<string>("SELECT current_user");
    }

    private static async Task<string> OwnerAsync(Database database)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        return await connection.QuerySingleAsync<string>("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()");
    }
}
