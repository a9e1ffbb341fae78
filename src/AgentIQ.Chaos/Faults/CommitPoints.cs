using System.Diagnostics;
using AgentIQ.Chaos.Cluster;
using AgentIQ.Chaos.Workers;
using Npgsql;

namespace AgentIQ.Chaos.Faults;

/// <summary>
/// Kills workers at a chosen statement, without a seam in the product: a lock makes the statement wait, pg_stat_activity says when one
/// does, then the workers are killed, and only then the lock goes.
/// </summary>
internal sealed class CommitPoints(ChaosCluster cluster, WorkerPool workers)
{
    private const string WaitsSql =
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND usename IN ('agentiq_engine', 'agentiq_app') AND state = 'active' AND wait_event_type = @type AND pid <> pg_backend_pid()
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <summary>Where a lock stops them: before or inside each transaction of the engine.</summary>
    public static IReadOnlyDictionary<string, string> Locks { get; } = new Dictionary<string, string>
    {
        ["claim"] = "LOCK TABLE agentiq.workflow_queue IN EXCLUSIVE MODE",
        ["instance written"] = "LOCK TABLE agentiq.workflow_instances IN EXCLUSIVE MODE",
        ["bookmarks written"] = "LOCK TABLE agentiq.workflow_bookmarks IN EXCLUSIVE MODE",
        ["journal written"] = "LOCK TABLE agentiq.workflow_bursts IN EXCLUSIVE MODE",
        ["ledger written"] = "LOCK TABLE agentiq.workflow_effects IN EXCLUSIVE MODE",
        ["incident written"] = "LOCK TABLE agentiq.workflow_incidents IN EXCLUSIVE MODE",
        ["step's own writes"] = "LOCK TABLE agentiq.chaos_counts IN EXCLUSIVE MODE",
        ["stimulus parked"] = "LOCK TABLE agentiq.workflow_signals IN EXCLUSIVE MODE",
    };

    /// <summary>Kills whoever waits for the lock; false when nobody came in time.</summary>
    public async Task<bool> KillAtLockAsync(string sql, CancellationToken ct)
    {
        await using var holder = await cluster.OpenAsync(ct);
        await using var watcher = await cluster.OpenAsync(ct);
        await using var transaction = await holder.BeginTransactionAsync(ct);
        await ExecuteAsync(holder, "SET LOCAL lock_timeout = '2s'; " + sql, ct);
        var came = await WaitAsync(watcher, "Lock", ct);
        if (came)
        {
            workers.KillAll();
        }

        await transaction.RollbackAsync(ct);
        return came;
    }

    /// <summary>
    /// Kills them after their commit is on the disk and before they are told: commits wait for a standby that does not exist.
    /// </summary>
    public async Task<bool> KillAfterCommitAsync(CancellationToken ct)
    {
        await using var watcher = await cluster.OpenAsync(ct);
        await SetStandbyAsync(watcher, "nobody", ct);
        try
        {
            var came = await WaitAsync(watcher, "IPC", ct);
            if (came)
            {
                workers.KillAll();
            }

            return came;
        }
        finally
        {
            await SetStandbyAsync(watcher, string.Empty, CancellationToken.None);
        }
    }

    private static async Task SetStandbyAsync(NpgsqlConnection connection, string name, CancellationToken ct)
    {
        await ExecuteAsync(connection, $"ALTER SYSTEM SET synchronous_standby_names = '{name}'", ct);
        await ExecuteAsync(connection, "SELECT pg_reload_conf()", ct);
    }

    private static async Task<bool> WaitAsync(NpgsqlConnection watcher, string type, CancellationToken ct)
    {
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < Patience)
        {
            await using var command = new NpgsqlCommand(WaitsSql, watcher);
            command.Parameters.AddWithValue("type", type);
            if ((long)(await command.ExecuteScalarAsync(ct))! > 0)
            {
                return true;
            }

            await Task.Delay(Look, ct);
        }

        return false;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
