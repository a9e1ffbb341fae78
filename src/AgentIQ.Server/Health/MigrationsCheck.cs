using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentIQ.Server.Health;

/// <summary>Whether the schema is this version's. The host migrates before it serves, so this answers from memory.</summary>
internal sealed class MigrationsCheck(StartupState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(state.IsMigrated ? HealthCheckResult.Healthy("applied") : HealthCheckResult.Unhealthy("not applied yet"));
}
