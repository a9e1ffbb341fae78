using AgentIQ.Chaos.Invariants;
using AgentIQ.Chaos.Load;
using AgentIQ.Chaos.World;
using AgentIQ.Postgres;
using AgentIQ.Testing;
using AgentIQ.Workflows;
using Dapper;
using Npgsql;

namespace AgentIQ.Chaos.Tests;

/// <summary>A database in which everything went well, for tests that then tamper with it: each with instances of its own.</summary>
public sealed class HealthyRun : IAsyncLifetime
{
    private const int OfEach = 8;

    private readonly string _socket = Path.Combine(Path.GetTempPath(), $"agentiq-chaos-{Path.GetRandomFileName()}");
    private readonly Dictionary<string, int> _used = [];
    private TestDatabase _database = null!;
    private OutsideWorld _world = null!;
    private Engine _engine = null!;
    private NpgsqlConnection _superuser = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(WorkflowsSchema.Part, ChaosSchema.Part);
        _world = new OutsideWorld(_socket, new FreezeLog(), new Random(1)) { IsReliable = true };
        _engine = new Engine(_database.ConnectionString, _socket, TimeSpan.FromSeconds(30), runsWorker: true);
        _superuser = new NpgsqlConnection(_database.ConnectionString);
        await _superuser.OpenAsync();
        await _engine.PublishAsync(CancellationToken.None);
        await _engine.StartWorkerAsync(CancellationToken.None);
        var producer = new Producer(_engine, new Random(1), new UuidV7Source(TimeProvider.System));
        foreach (var definition in ChaosDefinitions.All.Where(d => d.Id != "told"))
        {
            for (var i = 0; i < OfEach; i++)
            {
                await producer.AskAsync(definition, $"{definition.Id} {i}", CancellationToken.None);
            }
        }

        await ChaosRun.DrainAsync(_engine, new Operator(_engine, new Random(1)), by => _engine.Clock.Offset += by, TimeSpan.FromSeconds(100), new ChaosLog(TextWriter.Null), CancellationToken.None);
        await _engine.StopWorkerAsync(CancellationToken.None);
        var findings = AllInvariants.Check(await ReadAsync());
        findings.ShouldAllBe(f => f.Violations.Count == 0);
        findings.ShouldAllBe(f => f.Checked > 0);
    }

    /// <summary>An instance of the definition that no other test has.</summary>
    internal async Task<Guid> TakeAsync(string definition)
    {
        var number = _used[definition] = _used.GetValueOrDefault(definition, -1) + 1;
        return await _superuser.ExecuteScalarAsync<Guid>("SELECT id FROM agentiq.workflow_instances WHERE definition_id = @definition AND correlation_id = @correlation", new { definition, correlation = $"{definition} {number}" });
    }

    /// <summary>Changes what the engine would never change.</summary>
    internal async Task TamperAsync(string sql, Guid instance)
    {
        var rows = await _superuser.ExecuteAsync(sql, new { instance, Tenant = ChaosSchema.Tenant, Other = Guid.CreateVersion7() });
        rows.ShouldBeGreaterThan(0, "nothing was tampered with");
    }

    internal Task<string> CallAsync(string key) => new WorldClient(_socket).DoAsync(key, decidedAt: 0, CancellationToken.None);

    internal Task<Evidence> ReadAsync() => Evidence.ReadAsync(_superuser, _engine, _world.Calls, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _superuser.DisposeAsync();
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }
}
