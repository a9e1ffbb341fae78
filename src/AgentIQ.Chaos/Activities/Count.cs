using AgentIQ.Workflows.Activities;
using Dapper;

namespace AgentIQ.Chaos.Activities;

/// <summary>Writes one row in the burst's transaction.</summary>
[Activity("Chaos.Count", Description = "Writes one row in the burst's transaction.")]
public sealed class Count : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct) => await context.Scope.Connection.ExecuteAsync(
        "INSERT INTO agentiq.chaos_counts (tenant_id, instance_id, execution, activity_id) VALUES (@TenantId, @InstanceId, @ExecutionNumber, @ActivityId)",
        new { context.TenantId, context.InstanceId, context.ExecutionNumber, context.ActivityId });
}
