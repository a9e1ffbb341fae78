using AgentIQ.Testing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AgentIQ.Postgres.Tests.Embedded;

/// <summary>The life of the embedded server: started, adopted, stopped.</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Servers => PostgresServers.All;

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Servers))]
    public async Task What_was_written_is_there_after_a_clean_stop_without_recovery(string server)
    {
        await using (var first = await StartAsync(server))
        {
            first.Adopted.ShouldBeFalse();
            await ExecuteAsync(first.ConnectionString, "CREATE TABLE kept (id int)");
        }

        await using var second = await StartAsync(server);

        second.Adopted.ShouldBeFalse();
        await ExecuteAsync(second.ConnectionString, "SELECT * FROM kept");
        (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "postgresql.log"))).ShouldNotContain("not properly shut down");
    }

    [Fact]
    public async Task After_a_kill_of_its_process_the_server_is_adopted()
    {
        using var process = await TestServerProcess.StartAsync(_folder.Path);
        var started = await StartTimeAsync(process.ConnectionString);

        await process.KillAsync();
        await using var adopted = await StartAsync();

        adopted.Adopted.ShouldBeTrue();
        (await StartTimeAsync(adopted.ConnectionString)).ShouldBe(started);
    }

    [Fact]
    public async Task Two_that_start_at_once_share_one_server_and_the_last_one_stops_it()
    {
        var both = await Task.WhenAll(StartAsync(), StartAsync());
        both.Count(server => server.Adopted).ShouldBe(1);

        await both[0].DisposeAsync();
        await StartTimeAsync(both[1].ConnectionString);
        await both[1].DisposeAsync();

        await Should.ThrowAsync<NpgsqlException>(() => StartTimeAsync(both[1].ConnectionString));
    }

    [Fact]
    public async Task A_process_that_ends_leaves_the_server_to_the_other()
    {
        using var process = await TestServerProcess.StartAsync(_folder.Path);
        await using var other = await StartAsync();
        other.Adopted.ShouldBeTrue();

        await process.StopAsync();

        await StartTimeAsync(other.ConnectionString);
    }

    [Fact]
    public async Task A_long_data_folder_gets_a_short_socket()
    {
        var deep = Path.Combine(_folder.Path, new string('d', 120));

        await using var server = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { Folder = deep, Volatile = true }, NullLogger.Instance, CancellationToken.None);

        await StartTimeAsync(server.ConnectionString);
        var socket = new NpgsqlConnectionStringBuilder(server.ConnectionString).Host!;
        socket.ShouldNotStartWith(deep);
        File.GetUnixFileMode(socket).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Directory.Delete(socket, recursive: true);
    }

    [Fact]
    public async Task The_server_listens_on_no_port_and_is_not_in_our_process_group()
    {
        await using var server = await StartAsync();
        (await QueryAsync<string>(server.ConnectionString, "SHOW listen_addresses")).ShouldBe("");
        var pid = (await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "cluster", "postmaster.pid")))[0];
        ProcessGroup(pid).ShouldNotBe(ProcessGroup("self"));
    }

    /// <summary>The fifth field of /proc/PID/stat, counted behind the name in parentheses.</summary>
    private static string ProcessGroup(string process) => File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].Split(' ')[2];

    private Task<EmbeddedPostgres> StartAsync(string? server = null) => EmbeddedPostgres.StartAsync(
        new EmbeddedPostgresOptions
        {
            Folder = _folder.Path,
            Binaries = server is null ? null : PostgresServers.Binaries(server),
            Database = "postgres",
            Volatile = true,
        },
        NullLogger.Instance,
        CancellationToken.None);

    private static Task<DateTimeOffset> StartTimeAsync(string connectionString) =>
        QueryAsync<DateTimeOffset>(connectionString, "SELECT pg_postmaster_start_time()");

    private static async Task<T> QueryAsync<T>(string connectionString, string sql)
    {
        await using var connection = Unpooled(connectionString);
        return await connection.QuerySingleAsync<T>(sql);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = Unpooled(connectionString);
        await connection.ExecuteAsync(sql);
    }

    private static NpgsqlConnection Unpooled(string connectionString) =>
        new(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Database = "postgres" }.ConnectionString);
}
