using Npgsql;

namespace AgentIQ.Postgres;

/// <summary>
/// AgentIQ's database: one pool for each role that works in it. Opens nothing by itself;
/// <see cref="Migrator.ApplyAsync"/> makes the roles, the database and the schema.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private readonly ConnectionSet _connections;

    /// <summary>Derives the connections of the roles from the one that is given.</summary>
    /// <param name="ownerConnectionString">
    /// A connection of a superuser, or of a role with CREATEROLE and CREATEDB, that names the database of AgentIQ
    /// (<c>agentiq</c> when it names none; it is created when missing). The user is needed for making the roles only:
    /// nothing else ever runs as it. The roles' passwords are derived from its password (HMAC-SHA256).
    /// </param>
    /// <exception cref="ArgumentException">No host, or a database of PostgreSQL's own.</exception>
    public Database(string ownerConnectionString)
    {
        _connections = new ConnectionSet(ownerConnectionString);
        Owner = Pool("owner", _connections.Owner);
        App = Pool("app", _connections.App);
        Engine = Pool("engine", _connections.Engine);
    }

    /// <summary>The database's name.</summary>
    public string Name => _connections.Database;

    /// <summary>Connections as <see cref="RoleNames.Owner"/>: migrations and partitions, nothing else.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>Connections as <see cref="RoleNames.App"/>. Tables of sellers need a tenant: see <see cref="BeginAsync"/>.</summary>
    public NpgsqlDataSource App { get; }

    /// <summary>Connections as <see cref="RoleNames.Engine"/>, for the workflow engine's own tables.</summary>
    public NpgsqlDataSource Engine { get; }

    /// <summary>Makes the roles and the database when they are missing. <see cref="Migrator.ApplyAsync"/> does it first.</summary>
    /// <exception cref="InvalidOperationException">The given user may not create roles, or one of the roles may bypass row-level security.</exception>
    /// <exception cref="NotSupportedException">The server is older than PostgreSQL 15.</exception>
    public Task BootstrapAsync(CancellationToken ct) => Bootstrap.EnsureAsync(_connections, ct);

    /// <summary>Begins a transaction that sees one tenant's rows. Disposing it without a commit rolls it back.</summary>
    /// <param name="tenantId">The seller.</param>
    /// <param name="ct">Cancels the opening.</param>
    public async Task<TenantTransaction> BeginAsync(Guid tenantId, CancellationToken ct)
    {
        var connection = await App.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(ct);
            await using var command = new NpgsqlCommand("SELECT set_config('agentiq.seller_id', $1, true)", connection, transaction);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenantId.ToString() });
            await command.ExecuteNonQueryAsync(ct);
            return new TenantTransaction(new TenantScope(connection, tenantId, hearsOfCommit: true), transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins, does the work and commits; an exception from the work rolls back and passes through.</summary>
    public async Task<T> InTenantAsync<T>(Guid tenantId, Func<TenantScope, Task<T>> work, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(tenantId, ct);
        var result = await work(transaction.Scope);
        await transaction.CommitAsync(ct);
        return result;
    }

    /// <inheritdoc cref="InTenantAsync{T}(Guid, Func{TenantScope, Task{T}}, CancellationToken)" />
    public async Task InTenantAsync(Guid tenantId, Func<TenantScope, Task> work, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(tenantId, ct);
        await work(transaction.Scope);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Closes the pools.</summary>
    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await App.DisposeAsync();
        await Engine.DisposeAsync();
    }

    /// <summary>Without a name Npgsql's metrics are labelled with the whole connection string.</summary>
    private static NpgsqlDataSource Pool(string name, string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString) { Name = name }.Build();
}
