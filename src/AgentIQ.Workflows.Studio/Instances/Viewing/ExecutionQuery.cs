using AgentIQ.Postgres;
using AgentIQ.Workflows.Monitoring;
using AgentIQ.Workflows.Studio.Access;
using Microsoft.AspNetCore.Mvc;

namespace AgentIQ.Workflows.Studio.Instances.Viewing;

/// <summary>Which executions are wanted.</summary>
/// <param name="Instance">Whose; none: nobody's.</param>
/// <param name="NodeId">Only of this node.</param>
/// <param name="ActivityId">Only of this activity.</param>
/// <param name="IsCompleted">Only those that have, or have not, ended.</param>
internal sealed record ExecutionQuery(
    [FromQuery(Name = "workflowInstanceId")] InstanceKey? Instance, [FromQuery(Name = "activityNodeId")] string? NodeId,
    [FromQuery(Name = "activityId")] string? ActivityId, [FromQuery(Name = "completed")] bool? IsCompleted)
{
    public async Task<IReadOnlyList<T>> FindAsync<T>(
        StudioCaller caller, Database database, Func<TenantScope, Guid, string?, CancellationToken, Task<IReadOnlyList<T>>> read, CancellationToken ct)
        where T : ExecutionSummary
    {
        var found = await database.InTenantAsync(caller.TenantId, scope => read(scope, Instance?.Value ?? Guid.Empty, NodeId, ct), ct);
        return [.. found.Where(e => (ActivityId is null || e.ActivityId == ActivityId) && (IsCompleted is null || IsCompleted == e.CompletedAt is not null))];
    }
}
