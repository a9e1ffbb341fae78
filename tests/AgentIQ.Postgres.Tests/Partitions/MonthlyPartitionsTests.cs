using AgentIQ.Testing;
using Dapper;

namespace AgentIQ.Postgres.Tests.Partitions;

public sealed class MonthlyPartitionsTests(PostgresServers servers)
{
    private const string Log =
        """
        CREATE TABLE log (
            seller_id uuid NOT NULL,
            id uuid NOT NULL,
            text text NOT NULL CHECK (text <> ''),
            PRIMARY KEY (seller_id, id)
        ) PARTITION BY RANGE (id);
        CALL agentiq.tenant_table('log', append_only => true);
        CALL agentiq.ensure_partitions('log');
        """;

    private static readonly DateTimeOffset February = new(2026, 2, 28, 23, 59, 59, 999, TimeSpan.Zero);
    private static readonly DateTimeOffset March = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Guid Seller = new TestIds().Next();

    public static TheoryData<string> Servers => PostgresServers.All;

    [Theory, MemberData(nameof(Servers))]
    public async Task Rows_stand_in_the_month_of_their_id(string server)
    {
        await using var database = await CreateAsync(server);
        await MonthlyPartitions.EnsureAsync(database.Database, February, 1, CancellationToken.None);

        await InsertAsync(database, February, March, March.AddMonths(5));

        (await PartitionsAsync(database)).ShouldBe(["log_y2026m02", "log_y2026m03", "log_default"]);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task What_came_before_its_month_was_made_moves_over(string server)
    {
        await using var database = await CreateAsync(server);
        await InsertAsync(database, February, March);
        (await PartitionsAsync(database)).ShouldBe(["log_default", "log_default"]);

        await MonthlyPartitions.EnsureAsync(database.Database, March, 0, CancellationToken.None);

        (await PartitionsAsync(database)).ShouldBe(["log_default", "log_y2026m03"]);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task Making_them_again_changes_nothing(string server)
    {
        await using var database = await CreateAsync(server);
        await MonthlyPartitions.EnsureAsync(database.Database, February, 2, CancellationToken.None);

        await MonthlyPartitions.EnsureAsync(database.Database, March, 2, CancellationToken.None);

        await using var owner = await database.Database.Owner.OpenConnectionAsync();
        (await owner.QueryAsync<string>("SELECT relid::regclass::text FROM pg_partition_tree('log') WHERE isleaf ORDER BY 1"))
            .ShouldBe(["log_default", "log_y2026m02", "log_y2026m03", "log_y2026m04", "log_y2026m05"]);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task Partitions_are_protected_too(string server)
    {
        await using var database = await CreateAsync(server);
        await MonthlyPartitions.EnsureAsync(database.Database, March, 1, CancellationToken.None);

        await TenancyCatalogue.AssertAsync(database.Database);
        await Should.ThrowAsync<Npgsql.PostgresException>(() => database.Database.InTenantAsync(
            Seller, scope => scope.Connection.QueryAsync("SELECT * FROM log_y2026m03"), CancellationToken.None));
    }

    private async Task<TestDatabase> CreateAsync(string server)
    {
        var database = await TestDatabase.CreateAsync(await servers.GetAsync(server));
        await using var owner = await database.Database.Owner.OpenConnectionAsync();
        await owner.ExecuteAsync(Log);
        return database;
    }

    private static Task InsertAsync(TestDatabase database, params DateTimeOffset[] times) => database.Database.InTenantAsync(
        Seller,
        scope => scope.Connection.ExecuteAsync(
            "INSERT INTO log VALUES (@Seller, @id, 'x')",
            times.Select(time => new { Seller, id = new UuidV7Source(new ManualTimeProvider(time)).Next() })),
        CancellationToken.None);

    private static async Task<IEnumerable<string>> PartitionsAsync(TestDatabase database) => await database.Database.InTenantAsync(
        Seller, scope => scope.Connection.QueryAsync<string>("SELECT tableoid::regclass::text FROM log ORDER BY id"), CancellationToken.None);
}
