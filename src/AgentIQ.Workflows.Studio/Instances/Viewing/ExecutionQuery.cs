using AgentIQ.Postgres;
using AgentIQ.Workflows.Monitoring;
using AgentIQ.Workflows.Studio.Access;
using Microsoft.AspNetCore.Mvc;

namespace AgentIQ.Workflows.Studio.Instances.Viewing;

/// <summary>Which executions are wanted.</summary>
internal sealed record ExecutionQuery
{
    /// <summary>Whose; none: nobody's.</summary>
    [FromQuery(Name = "workflowInstanceId")]
    public InstanceKey? Instance { get; init; }

    /// <summary>Only of this node.</summary>
    [FromQuery(Name = "activityNodeId")]
    public string? NodeId { get; init; }

    /// <summary>Only of this activity.</summary>
    [FromQuery(Name = "activityId")]
    public string? ActivityId { get; init; }

    /// <summary>Only those that have, or have not, ended.</summary>
    [FromQuery(Name = "completed")]
    public bool? IsCompleted { get; init; }

    public async Task<IReadOnlyList<T>> FindAsync<T>(
        StudioCaller caller, Database database, Func<TenantScope, Guid, string?, CancellationToken, Task<IReadOnlyList<T>>> read, CancellationToken ct)
        where T : ExecutionSummary
    {
        var found = await database.InTenantAsync(caller.TenantId, scope => read(scope, Instance?.Value ?? Guid.Empty, NodeId, ct), ct);
        return [.. found.Where(e => (ActivityId is null || e.ActivityId == ActivityId) && (IsCompleted is null || IsCompleted == e.CompletedAt is not null))];
    }
}
