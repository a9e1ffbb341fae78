using AgentIQ.Workflows.Activities;
using Dapper;

namespace AgentIQ.Chaos.Activities;

/// <summary>Fails until a person has removed what it stumbles over.</summary>
[Activity("Chaos.Stumble", Description = "Fails until a person has removed what it stumbles over.")]
public sealed class Stumble : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var isFixed = await context.Scope.Connection.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT FROM agentiq.chaos_fixed WHERE tenant_id = @TenantId AND instance_id = @InstanceId)", new { context.TenantId, context.InstanceId });
        if (!isFixed)
        {
            throw new InvalidOperationException("Something lies in the way.");
        }
    }
}
