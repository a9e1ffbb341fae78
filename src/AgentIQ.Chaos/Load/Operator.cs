using Dapper;

namespace AgentIQ.Chaos.Load;

/// <summary>The person who looks at incidents: removes what an activity stumbled over and retries it, or skips it; retries what was given up.</summary>
internal sealed class Operator(Engine engine, Random random)
{
    private const string Name = "operator";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public int Retried { get; private set; }

    public int Skipped { get; private set; }

    public int Revived { get; private set; }

    public async Task RunAsync(CancellationToken stopping, CancellationToken ct)
    {
        while (!stopping.IsCancellationRequested)
        {
            await TryWorkAsync(ct);
            await Task.Delay(Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Deals with everything that is open now. An answer that PostgreSQL did not give is left to the next round.</summary>
    public async Task TryWorkAsync(CancellationToken ct)
    {
        try
        {
            foreach (var work in await engine.InTenantAsync(scope => engine.Monitor.DeadWorkAsync(scope, ct), ct))
            {
                Revived += await engine.InTenantAsync(scope => engine.Incidents.RetryWorkAsync(scope, work.Id, Name, ct), ct) ? 1 : 0;
            }

            foreach (var incident in await engine.InTenantAsync(scope => engine.Monitor.OpenIncidentsAsync(scope, null, ct), ct))
            {
                await ResolveAsync(incident.Id, incident.Instance.Id, isSkipped: incident.ActivityId == "stone" && random.NextDouble() < 0.4, ct);
            }
        }
        catch (Exception e) when (Insistence.IsAway(e))
        {
            // PostgreSQL is away: the next round finds what is still open.
        }
    }

    private async Task ResolveAsync(Guid incident, Guid instance, bool isSkipped, CancellationToken ct)
    {
        var isDone = await engine.InTenantAsync(async scope =>
        {
            if (isSkipped)
            {
                return await engine.Incidents.SkipAsync(scope, incident, "Done", Name, ct);
            }

            await scope.Connection.ExecuteAsync("INSERT INTO agentiq.chaos_fixed (tenant_id, instance_id) VALUES (@TenantId, @instance) ON CONFLICT DO NOTHING", new { scope.TenantId, instance });
            return await engine.Incidents.RetryAsync(scope, incident, Name, ct);
        }, ct);
        Skipped += isDone && isSkipped ? 1 : 0;
        Retried += isDone && !isSkipped ? 1 : 0;
    }
}
