namespace AgentIQ.Chaos.Faults;

/// <summary>Something that breaks. It has happened, and is over, when the task ends.</summary>
/// <param name="Kind">For the report.</param>
/// <param name="Weight">How often, compared with the others.</param>
/// <param name="HappenAsync">Does it. False: it did not come to it this time.</param>
internal sealed record Fault(string Kind, double Weight, Func<CancellationToken, Task<bool>> HappenAsync);
