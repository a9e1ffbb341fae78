using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AgentIQ.Server.Health;

/// <summary>Whether this process wants traffic: a stopping one does not.</summary>
internal sealed class ServingCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("stopping")
            : HealthCheckResult.Healthy("serving"));
}
