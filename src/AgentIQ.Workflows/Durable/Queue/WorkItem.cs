namespace AgentIQ.Workflows.Durable.Queue;

/// <summary>A claimed row of the queue.</summary>
/// <param name="TenantId">Whose.</param>
/// <param name="Id">Its key.</param>
/// <param name="Lane">What must not run at the same time.</param>
/// <param name="Kind">One of <see cref="WorkKind"/>.</param>
/// <param name="InstanceId">For which instance, where that is known.</param>
/// <param name="Bookmark">Which bookmark it meets.</param>
/// <param name="Payload">Its JSON, by kind.</param>
/// <param name="DueAt">Business time.</param>
/// <param name="Token">The claim's fencing token.</param>
/// <param name="Attempts">This one included.</param>
internal sealed record WorkItem(
    Guid TenantId, Guid Id, long Lane, string Kind, Guid? InstanceId, int? Bookmark, string? Payload, DateTimeOffset DueAt, long Token, int Attempts);
