using Npgsql;

namespace AgentIQ.Postgres;

/// <summary>A transaction for one tenant. Disposed without <see cref="CommitAsync"/> it is rolled back.</summary>
public sealed class TenantTransaction : IAsyncDisposable
{
    private readonly NpgsqlTransaction _transaction;

    internal TenantTransaction(TenantScope scope, NpgsqlTransaction transaction)
    {
        Scope = scope;
        _transaction = transaction;
    }

    /// <summary>What stores take. Valid until the commit.</summary>
    public TenantScope Scope { get; }

    /// <summary>Commits, then runs what <see cref="TenantScope.AfterCommit"/> was given. The scope must not be used afterwards.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        await _transaction.CommitAsync(ct);
        Scope.TellCommitted();
    }

    /// <summary>Rolls back what was not committed and returns the connection to its pool.</summary>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Scope.Connection.DisposeAsync();
    }
}
