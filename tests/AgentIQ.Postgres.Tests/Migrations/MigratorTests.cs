using AgentIQ.Testing;
using Dapper;

namespace AgentIQ.Postgres.Tests.Migrations;

public sealed class MigratorTests(PostgresServers servers)
{
    private static readonly (string, string) First = ("001-first.sql", "CREATE TABLE first (id int); INSERT INTO first VALUES (1)");
    private static readonly (string, string) Second = ("002-second.sql", "CREATE TABLE second (id int)");

    public static TheoryData<string> Servers => PostgresServers.All;

    [Theory, MemberData(nameof(Servers))]
    public async Task A_file_is_applied_once(string server)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(await servers.GetAsync(server));

        await Migrator.ApplyAsync(database.Database, [FakeAssembly.Part(First)], CancellationToken.None);
        await Migrator.ApplyAsync(database.Database, [FakeAssembly.Part(First, Second)], CancellationToken.None);

        (await RowsAsync(database, "SELECT id FROM first")).ShouldBe([1]);
        (await RowsAsync(database, "SELECT number FROM schema_files WHERE part = 'fake' ORDER BY number")).ShouldBe([1, 2]);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task Processes_that_start_together_apply_it_once(string server)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(await servers.GetAsync(server));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var own = new Database(database.ConnectionString);
            await Migrator.ApplyAsync(own, [FakeAssembly.Part(First, Second)], CancellationToken.None);
        })));

        (await RowsAsync(database, "SELECT id FROM first")).ShouldBe([1]);
    }

    /// <summary>Npgsql resets a pooled connection at its next use only, so a lock that is left to the pool stays held.</summary>
    [Fact]
    public async Task A_process_that_goes_on_running_does_not_hold_up_the_next_one()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(await TestServer.DefaultAsync());
        await Migrator.ApplyAsync(database.Database, [FakeAssembly.Part(First)], CancellationToken.None);

        await using var next = new Database(database.ConnectionString);
        await Migrator.ApplyAsync(next, [FakeAssembly.Part(First)], CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_changed_file_is_named()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(await TestServer.DefaultAsync());
        await Migrator.ApplyAsync(database.Database, [FakeAssembly.Part(First)], CancellationToken.None);

        var error = await Should.ThrowAsync<SchemaException>(() => Migrator.ApplyAsync(
            database.Database, [FakeAssembly.Part(("001-first.sql", "CREATE TABLE first (id bigint)"))], CancellationToken.None));

        error.Message.ShouldStartWith("fake: Schema/001-first.sql was changed after it had been applied");
    }

    [Fact]
    public async Task Other_line_ends_are_no_change()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(await TestServer.DefaultAsync());
        await Migrator.ApplyAsync(database.Database, [FakeAssembly.Part(("001-first.sql", "SELECT 1;\nSELECT 2;\n"))], CancellationToken.None);

        await Migrator.ApplyAsync(database.Database, [FakeAssembly.Part(("001-first.sql", "SELECT 1;\r\nSELECT 2;\r\n"))], CancellationToken.None);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(await TestServer.DefaultAsync());
        await Migrator.ApplyAsync(database.Database, [FakeAssembly.Part(First, Second)], CancellationToken.None);

        var error = await Should.ThrowAsync<SchemaException>(() => Migrator.ApplyAsync(
            database.Database, [FakeAssembly.Part(First)], CancellationToken.None));

        error.Message.ShouldContain("fake: Schema/002-second.sql, which this version does not know");
    }

    [Fact]
    public async Task A_failing_file_is_rolled_back_whole_and_named()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(await TestServer.DefaultAsync());

        var error = await Should.ThrowAsync<SchemaException>(() => Migrator.ApplyAsync(
            database.Database, [FakeAssembly.Part(First, ("002-broken.sql", "CREATE TABLE half (id int); SELECT * FROM nowhere"))], CancellationToken.None));

        error.Message.ShouldStartWith("fake: Schema/002-broken.sql failed and was rolled back: relation \"nowhere\" does not exist");
        (await RowsAsync(database, "SELECT count(*)::int FROM pg_class WHERE relname = 'half'")).ShouldBe([0]);
        (await RowsAsync(database, "SELECT id FROM first")).ShouldBe([1]);
    }

    [Theory]
    [InlineData("001-a.sql", "003-c.sql", "003-c.sql should be number 002")]
    [InlineData("001-a.sql", "001-b.sql", "should be number 002")]
    [InlineData("001-a.sql", "2-b.sql", "should be named Schema/NNN-name.sql")]
    public void Numbers_that_do_not_follow_are_refused_before_the_database_is_touched(string one, string two, string message)
    {
        var error = Should.Throw<SchemaException>(() => SchemaFingerprint.Of([FakeAssembly.Part((one, ""), (two, ""))]));

        error.Message.ShouldContain(message);
    }

    private static async Task<IEnumerable<int>> RowsAsync(TestDatabase database, string sql)
    {
        await using var owner = await database.Database.Owner.OpenConnectionAsync();
        return await owner.QueryAsync<int>(sql);
    }
}
