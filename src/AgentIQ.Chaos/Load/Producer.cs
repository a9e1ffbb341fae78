using AgentIQ.Postgres;
using AgentIQ.Workflows;
using Dapper;

namespace AgentIQ.Chaos.Load;

/// <summary>
/// Starts instances and sends their stimuli, in any order. Each request is recorded with it in one transaction under an id of its own, and
/// repeated under that id until PostgreSQL says that it is there.
/// </summary>
internal sealed class Producer(Engine engine, Random random, IIdSource ids)
{
    private const double InstancesPerSecond = 12;

    private const string RecordSql =
        """
        INSERT INTO agentiq.chaos_requests (tenant_id, id, kind, definition_id, correlation_id, name, instance_id)
        VALUES (@TenantId, @id, @kind, @definition, @correlation, @name, @instance)
        ON CONFLICT DO NOTHING
        """;

    private readonly List<Task> _pending = [];

    public int Starts { get; private set; }

    public int Stimuli { get; private set; }

    /// <summary>Produces until told to stop, then sends what its instances still need.</summary>
    /// <param name="stopping">Ends the production.</param>
    /// <param name="ct">Ends everything.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken ct)
    {
        var definitions = ChaosDefinitions.All.Where(d => d.Id != "told").ToList();
        while (!stopping.IsCancellationRequested)
        {
            var definition = definitions[random.Next(definitions.Count)];
            var correlation = $"c{Starts}";
            foreach (var name in definition.Stimuli)
            {
                Stimuli++;
                Later(TimeSpan.FromSeconds(random.NextDouble() * 12), stopping, () => SignalAsync(name, correlation, ct));
            }

            Starts++;
            Later(TimeSpan.FromSeconds(random.NextDouble() * 3), stopping, () => StartAsync(definition.Id, correlation, ct));
            await PauseAsync(TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / InstancesPerSecond), stopping);
        }

        await Task.WhenAll(_pending);
    }

    /// <summary>One instance and all that it needs, at once.</summary>
    public async Task AskAsync(ChaosDefinition definition, string correlation, CancellationToken ct)
    {
        await StartAsync(definition.Id, correlation, ct);
        foreach (var name in definition.Stimuli)
        {
            await SignalAsync(name, correlation, ct);
        }
    }

    private void Later(TimeSpan delay, CancellationToken stopping, Func<Task> request) => _pending.Add(Task.Run(async () =>
    {
        await PauseAsync(delay, stopping);
        await request();
    }, CancellationToken.None));

    private static async Task PauseAsync(TimeSpan time, CancellationToken stopping) => await Task.Delay(time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private Task StartAsync(string definition, string correlation, CancellationToken ct) => OnceAsync(async (scope, id) =>
    {
        var instance = await engine.Workflows.StartAsync(scope, new StartWorkflow(definition, correlation) { IdempotencyKey = id.ToString() }, ct);
        await RecordAsync(scope, id, "start", definition, correlation, name: null, instance);
    }, ct);

    private Task SignalAsync(string name, string correlation, CancellationToken ct) => OnceAsync(async (scope, id) =>
    {
        // A stimulus has no key of its own: whether this one was accepted is known from the record beside it.
        if (await RecordAsync(scope, id, "stimulus", definition: null, correlation, name, instance: null) == 1)
        {
            await engine.Workflows.SignalAsync(scope, new Stimulus(name, correlation), ct);
        }
    }, ct);

    private static Task<int> RecordAsync(TenantScope scope, Guid id, string kind, string? definition, string correlation, string? name, Guid? instance) =>
        scope.Connection.ExecuteAsync(RecordSql, new { scope.TenantId, id, kind, definition, correlation, name, instance });

    private Task OnceAsync(Func<TenantScope, Guid, Task> request, CancellationToken ct)
    {
        var id = ids.Next();
        return Insistence.UntilAnsweredAsync(async () =>
        {
            await engine.InTenantAsync(scope => request(scope, id), ct);
            return true;
        }, ct);
    }
}
