using Npgsql;

namespace AgentIQ.Postgres;

/// <summary>
/// A connection inside a transaction in which PostgreSQL lets one tenant's rows be seen and written.
/// Stores take one instead of a connection, so that none can be called without a tenant.
/// </summary>
public sealed class TenantScope
{
    private const string EnterSql = "SELECT set_config('agentiq.seller_id', $1, true), set_config('role', 'agentiq_app', true)";
    private const string SandboxSql = "SET LOCAL agentiq.sandbox = 'on'";
    private const string LeaveSql = "SELECT set_config('role', 'none', true), set_config('agentiq.seller_id', '', true), set_config('agentiq.sandbox', '', true)";

    /// <summary>What waits for the commit; null: the transaction is the caller's own, and nobody here hears of its commit.</summary>
    private readonly HashSet<Action>? _afterCommit;

    internal TenantScope(NpgsqlConnection connection, Guid tenantId, bool hearsOfCommit = false)
    {
        _afterCommit = hearsOfCommit ? [] : null;
        Connection = connection;
        TenantId = tenantId;
    }

    /// <summary>The connection. Its transaction belongs to whoever made the scope.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>The seller whose rows are visible.</summary>
    public Guid TenantId { get; }

    /// <summary>
    /// Runs an action once what was written through the scope can be seen by others, and never after a rollback; the same action once,
    /// however often it is given. A scope of <see cref="EnterAsync"/> does not hear of the commit and runs it at once, so the action
    /// may only be a hint to look again. It must not throw.
    /// </summary>
    public void AfterCommit(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (_afterCommit is null)
        {
            action();
        }
        else
        {
            _afterCommit.Add(action);
        }
    }

    /// <summary>
    /// Binds an engine's connection, inside its transaction, to one tenant: the role becomes
    /// <see cref="RoleNames.App"/> until <see cref="LeaveAsync"/>, a rollback (also to a savepoint set before) or the transaction's end.
    /// </summary>
    /// <param name="connection">A connection of <see cref="Database.Engine"/> with an open transaction.</param>
    /// <param name="tenantId">The seller.</param>
    /// <param name="ct">Cancels the statement.</param>
    public static async Task<TenantScope> EnterAsync(NpgsqlConnection connection, Guid tenantId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(EnterSql, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenantId.ToString() });
        await command.ExecuteNonQueryAsync(ct);
        return new TenantScope(connection, tenantId);
    }

    /// <summary>
    /// For callers that put the statements into a batch of their own: adds what <see cref="EnterAsync"/> does to it.
    /// The scope holds once the batch has run.
    /// </summary>
    /// <param name="batch">Where to.</param>
    /// <param name="connection">The batch's connection.</param>
    /// <param name="tenantId">The seller.</param>
    /// <param name="isSandbox">
    /// Whether a trial run acts: tables whose rows are real or not then refuse the real ones, by a policy that reads the setting <c>agentiq.sandbox</c>.
    /// </param>
    public static TenantScope Enter(NpgsqlBatch batch, NpgsqlConnection connection, Guid tenantId, bool isSandbox = false)
    {
        if (isSandbox)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(SandboxSql));
        }

        var command = new NpgsqlBatchCommand(EnterSql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenantId.ToString() });
        batch.BatchCommands.Add(command);
        return new TenantScope(connection, tenantId);
    }

    /// <summary>Makes the connection the engine's again and forgets the tenant. Only after <see cref="EnterAsync"/>.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(LeaveSql, Connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    internal void TellCommitted()
    {
        foreach (var action in _afterCommit ?? [])
        {
            action();
        }
    }

    /// <summary>Adds leaving to a batch of the caller's: see <see cref="LeaveAsync"/>.</summary>
    public static void Leave(NpgsqlBatch batch) => batch.BatchCommands.Add(new NpgsqlBatchCommand(LeaveSql));
}
