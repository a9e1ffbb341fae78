using AgentIQ.Chaos.Cluster;
using AgentIQ.Chaos.Load;
using AgentIQ.Chaos.Workers;
using AgentIQ.Chaos.World;
using Npgsql;

namespace AgentIQ.Chaos.Faults;

/// <summary>Every fault that a run knows.</summary>
internal sealed class FaultPlan(ChaosCluster cluster, WorkerPool workers, OutsideWorld world, FreezeLog freezes, Engine engine, ChaosOptions options, Random random, ChaosLog log)
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(4);

    private readonly CommitPoints _points = new(cluster, workers);

    /// <summary>All of them.</summary>
    public IReadOnlyList<Fault> All =>
    [
        new("a worker is killed", 6, KillAsync),
        new("a worker is asked to stop", 2, StopAsync),
        new("a worker is frozen past its lease", 3, FreezeAsync),
        new("a worker is killed between an effect and its record", 4, KillAfterEffectAsync),
        .. CommitPoints.Locks.Select(point => new Fault($"workers are killed at a commit point: {point.Key}", 1.2, ct => _points.KillAtLockAsync(point.Value, ct))),
        new("workers are killed at a commit point: committed but not told", 2, _points.KillAfterCommitAsync),
        new("sessions are terminated", 4, TerminateAsync),
        new("PostgreSQL is restarted", 1, RestartAsync),
        new("PostgreSQL is killed", 1.5, CrashAsync),
        new("PostgreSQL is paused", 2, PauseAsync),
        new("the clock jumps forward", 3, ct => JumpAsync(TimeSpan.FromSeconds(random.Next(1, 120)), ct)),
        new("the clock jumps back", 2, ct => JumpAsync(TimeSpan.FromSeconds(-random.Next(1, 60)), ct)),
    ];

    private Task<bool> KillAsync(CancellationToken ct)
    {
        workers.Kill(random.Next(workers.Count));
        return Task.FromResult(true);
    }

    private async Task<bool> StopAsync(CancellationToken ct)
    {
        if (!await workers.StopAsync(random.Next(workers.Count), StopLimit, ct))
        {
            log.Say("a worker that was asked to stop did not end in time and was killed");
        }

        return true;
    }

    private async Task<bool> FreezeAsync(CancellationToken ct)
    {
        var worker = workers[random.Next(workers.Count)];
        worker.Signal(Signals.Stop);
        try
        {
            await Task.Delay(options.Lease + TimeSpan.FromSeconds(1 + (random.NextDouble() * 2)), ct);
        }
        finally
        {
            freezes.Thawing(worker.Id);
            worker.Signal(Signals.Continue);
        }

        return true;
    }

    private async Task<bool> KillAfterEffectAsync(CancellationToken ct)
    {
        try
        {
            await world.KillNextCallerAsync(workers.KillProcess).WaitAsync(CallLimit, ct);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            world.Spare();
        }
    }

    private async Task<bool> TerminateAsync(CancellationToken ct)
    {
        await using var connection = await cluster.OpenAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            SELECT count(pg_terminate_backend(pid)) FROM (
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND usename LIKE 'agentiq%' AND pid <> pg_backend_pid()
                ORDER BY md5(pid::text || $1) LIMIT $2) victims
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = random.Next(1, 8) });
        return (long)(await command.ExecuteScalarAsync(ct))! > 0;
    }

    private async Task<bool> RestartAsync(CancellationToken ct)
    {
        await cluster.RestartAsync(ct);
        return true;
    }

    private async Task<bool> CrashAsync(CancellationToken ct)
    {
        await cluster.CrashAsync(ct);
        return true;
    }

    private async Task<bool> PauseAsync(CancellationToken ct)
    {
        await cluster.PauseAsync(TimeSpan.FromSeconds(0.5 + (random.NextDouble() * 5)), ct);
        return true;
    }

    private Task<bool> JumpAsync(TimeSpan by, CancellationToken ct)
    {
        workers.SetClock(workers.Clock + by);
        engine.Clock.Offset = workers.Clock;
        return Task.FromResult(true);
    }
}
