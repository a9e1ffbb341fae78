using AgentIQ.Postgres;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;
using AgentIQ.Testing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentIQ.Rules.Tests.Sets;

/// <summary>A database and a rules folder of a test's own, with as many processes over them as a test wants.</summary>
internal sealed class PolicyDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly UuidV7Source _ids;

    private PolicyDatabase(TestDatabase database, string folder)
    {
        _database = database;
        Folder = folder;
        _ids = new UuidV7Source(Clock);
    }

    public Database Database => _database.Database;

    public string Folder { get; }

    public ManualTimeProvider Clock { get; } = new();

    public DateTimeOffset Now => Clock.GetUtcNow();

    public RulesOptions Options => new() { Folder = Folder };

    /// <summary>The facts that the layers of the next process declare: one number, named <c>count</c> unless a test says otherwise.</summary>
    public string Fact { get; set; } = "count";

    /// <summary>A database with one set named <c>test</c> in the folder.</summary>
    public static async Task<PolicyDatabase> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("agentiq-rules-").FullName;
        var database = new PolicyDatabase(await TestDatabase.CreateAsync(RulesSchema.Part), folder);
        database.WriteSet("low");
        return database;
    }

    public Policies NewProcess() => new(Options, [new Layer(Fact)], new PlatformSets(Database), new SellerSets(Database), Clock, NullLogger<Policies>.Instance);

    public async Task<Policies> StartProcessAsync()
    {
        var policies = NewProcess();
        await policies.ImportAsync(CancellationToken.None);
        return policies;
    }

    public PolicyStore Store(Policies policies) => new(policies, [], _ids);

    public IDecisionLog Log(IPolicies? policies = null) => new DecisionLog(policies ?? new NoPolicies(), new ShadowQueries(), _ids);

    public void WriteSet(string level) => Write("test.json", Document(level));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    /// <summary>A set that answers <paramref name="level"/> to everything above 5.</summary>
    public static string Document(string level) =>
        $$"""
        {
          "name": "test", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "first",
          "outputs": [{"name": "level", "type": "enum", "values": ["none", "low", "high"]}],
          "defaults": {"level": "none"},
          "tables": [{"name": "only", "columns": [{"field": "count", "op": "gt"}], "rows": [
            {"id": "r", "description": {"ru": "больше 5", "en": "more than 5"}, "when": {"count": 5}, "then": {"level": "{{level}}"} }]}]
        }
        """;

    public async Task<int> ActivateAsync(Policies policies, Guid seller, string level, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        await Database.InTenantAsync(
            seller,
            async scope =>
            {
                var store = Store(policies);
                var version = await store.SaveAsync(scope, RuleSetDocument.Parse(Document(level), "draft"), "anna@example.com", "проба", Now, CancellationToken.None);
                await store.PublishAsync(scope, new PolicyPublication("test", version, PolicyState.Active, from ?? Now, to, "anna@example.com", ""), Now, CancellationToken.None);
                return version;
            },
            CancellationToken.None);

    /// <summary>Runs a statement on a seller's rows that no part of the product may run.</summary>
    public async Task OwnerAsync(Guid seller, string sql)
    {
        await using var connection = await Database.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("SELECT set_config('agentiq.seller_id', @seller, true)", new { seller = seller.ToString() });
        await connection.ExecuteAsync(sql);
        await transaction.CommitAsync();
    }

    public async Task<int> PlatformVersionsAsync()
    {
        await using var connection = await Database.Engine.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM platform_policy_versions WHERE set_name = 'test'");
    }

    public static string Level(Policies policies, Guid seller)
    {
        var set = policies.Current(seller, "test");
        return $"{set.Version} {set.Evaluate(new FactValues(policies.Catalogue).Set("count", 6)).Outputs.Text("level")}";
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        await _database.DisposeAsync();
    }

    /// <summary>What the layers above would declare.</summary>
    internal sealed class Layer(string field) : IFactSource
    {
        public IReadOnlyList<FactField> Fields { get; } = [new FactField(field, FactType.Int)];
    }
}
