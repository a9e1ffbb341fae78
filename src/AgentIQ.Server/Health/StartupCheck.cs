using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentIQ.Server.Health;

/// <summary>Whether the start is over.</summary>
internal sealed class StartupCheck(StartupState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(state.IsFinished ? HealthCheckResult.Healthy("started") : HealthCheckResult.Unhealthy("still starting"));
}
