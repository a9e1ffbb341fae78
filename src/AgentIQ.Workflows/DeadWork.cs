namespace AgentIQ.Workflows;

/// <summary>Work that failed too often and waits for a person.</summary>
/// <param name="Id">Key of its queue row.</param>
/// <param name="InstanceId">For which instance, where it is for one.</param>
/// <param name="Kind">What it was to do.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why it failed last.</param>
public sealed record DeadWork(Guid Id, Guid? InstanceId, string Kind, int Attempts, string? Error);
