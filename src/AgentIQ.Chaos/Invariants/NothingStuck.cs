namespace AgentIQ.Chaos.Invariants;

/// <summary>No instance runs that nothing will ever move: without a bookmark, without queued work and without an incident.</summary>
internal sealed class NothingStuck : IInvariant
{
    public Finding Check(Evidence evidence) => new(
        "no instance is stuck", evidence.Instances.Count, [.. evidence.Instances.Where(i => i is { HasEnded: false, HasFuture: false }).Select(i => $"{i} is stuck")]);
}
