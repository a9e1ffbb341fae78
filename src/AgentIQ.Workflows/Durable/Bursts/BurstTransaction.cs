using System.Globalization;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Queue;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// One transaction for the bursts of a batch. It is the engine's until a burst asks for the domain: only then a savepoint is set and the
/// role becomes the app's, bound to that burst's tenant. Leaving is sent together with whatever is sent next, so that a burst that
/// touches the domain costs one round trip and one that does not costs none.
/// </summary>
internal sealed class BurstTransaction : IAsyncDisposable
{
    // A frozen process must not hold its rows longer than its lease: the server then ends its transaction.
    private const string BeginSql = $"SELECT set_config('idle_in_transaction_session_timeout', $1, true), {PlanByKey.On}";

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly TimeSpan _idleLimit;
    private TenantScope? _entered;
    private bool _isLeaving;
    private bool _isBegun;

    private BurstTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction, TimeSpan idleLimit) =>
        (_connection, _transaction, _idleLimit) = (connection, transaction, idleLimit);

    /// <summary>False when the connection is gone, and with it everything that was not committed.</summary>
    public bool IsAlive => _connection.State == System.Data.ConnectionState.Open;

    /// <summary>Savepoints so far. Beyond 64 every snapshot of the server gets slower.</summary>
    public int Savepoints { get; private set; }

    /// <param name="database">Where.</param>
    /// <param name="idleLimit">How long the server waits for the next statement before it ends the transaction.</param>
    /// <param name="ct">Cancels the opening.</param>
    public static async Task<BurstTransaction> BeginAsync(Database database, TimeSpan idleLimit, CancellationToken ct)
    {
        var connection = await database.Engine.OpenConnectionAsync(ct);
        try
        {
            return new BurstTransaction(connection, await connection.BeginTransactionAsync(ct), idleLimit);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A batch in the engine's role, for the time between bursts.</summary>
    public NpgsqlBatch AsEngine() => AsEngine(out _);

    /// <summary>A batch in the engine's role, for the time between bursts.</summary>
    /// <param name="results">How many result sets come before those of the caller's own statements.</param>
    public NpgsqlBatch AsEngine(out int results)
    {
        results = 0;
        var batch = new NpgsqlBatch(_connection, _transaction);
        if (!_isBegun)
        {
            _isBegun = true;
            results++;
            batch.Add(BeginSql, ((long)_idleLimit.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        }

        if (_isLeaving)
        {
            _isLeaving = false;
            results += 2;
            TenantScope.Leave(batch);
            batch.Add(PlanByKey.OnSql);
            batch.Add("RELEASE SAVEPOINT burst");
        }

        return batch;
    }

    /// <summary>The connection for a read of the engine's own tables inside a burst. The statement must name the tenant itself.</summary>
    public async ValueTask<NpgsqlConnection> ForReadingAsync(CancellationToken ct)
    {
        if (_isLeaving)
        {
            await using var batch = AsEngine();
            await batch.ExecuteNonQueryAsync(ct);
        }

        return _connection;
    }

    /// <summary>Gives the running burst the domain: a savepoint, the app's role, its tenant.</summary>
    public async ValueTask<TenantScope> EnterAsync(Guid tenantId, bool isSandbox, CancellationToken ct)
    {
        if (_entered is { } known)
        {
            return known;
        }

        await using var batch = Entering(tenantId, isSandbox, out var scope);
        await batch.ExecuteNonQueryAsync(ct);
        return _entered = scope;
    }

    /// <summary>As <see cref="EnterAsync"/>, for an activity that asks in the middle of its own code: once per activity type and process.</summary>
    public TenantScope Enter(Guid tenantId, bool isSandbox)
    {
        if (_entered is { } known)
        {
            return known;
        }

        using var batch = Entering(tenantId, isSandbox, out var scope);
        batch.ExecuteNonQuery();
        return _entered = scope;
    }

    /// <summary>The running burst keeps what it did.</summary>
    public void EndBurst()
    {
        _isLeaving |= _entered is not null;
        _entered = null;
    }

    /// <summary>The running burst did nothing.</summary>
    public async Task UndoBurstAsync(CancellationToken ct)
    {
        if (_entered is not null)
        {
            _entered = null;
            await using var command = new NpgsqlCommand("ROLLBACK TO SAVEPOINT burst; RELEASE SAVEPOINT burst", _connection, _transaction);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    public Task CommitAsync(CancellationToken ct) => _transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private NpgsqlBatch Entering(Guid tenantId, bool isSandbox, out TenantScope scope)
    {
        var batch = AsEngine();
        batch.Add("SAVEPOINT burst");
        batch.Add(PlanByKey.OffSql);
        scope = TenantScope.Enter(batch, _connection, tenantId, isSandbox);
        Savepoints++;
        return batch;
    }
}
