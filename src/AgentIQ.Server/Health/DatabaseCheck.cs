using AgentIQ.Postgres;
using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace AgentIQ.Server.Health;

/// <summary>Whether PostgreSQL answers within <see cref="Patience"/>.</summary>
internal sealed class DatabaseCheck(Database database, TimeProvider time, ILogger<DatabaseCheck> logger) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await using var connection = await database.App.OpenConnectionAsync(either.Token);
            await connection.ExecuteScalarAsync<int>(new CommandDefinition("SELECT 1", cancellationToken: either.Token));
            return HealthCheckResult.Healthy("answers");
        }
        catch (Exception error) when (error is NpgsqlException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(error, "PostgreSQL does not answer the health check");
            return HealthCheckResult.Unhealthy("PostgreSQL does not answer");
        }
    }
}
