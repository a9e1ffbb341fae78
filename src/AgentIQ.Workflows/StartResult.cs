namespace AgentIQ.Workflows;

/// <summary>What came of a request to start an instance.</summary>
/// <param name="InstanceId">
/// The new instance; or, when nothing was started, the one that made a new one unnecessary or stands in the way: the earlier one of the same
/// idempotency key or id, or the running one beside which the activation strategy allows none.
/// </param>
/// <param name="IsStarted">Whether an instance was started by this request.</param>
public sealed record StartResult(Guid InstanceId, bool IsStarted);
