namespace AgentIQ.Chaos.Invariants;

/// <summary>When everything has ended, nothing is left of work, bookmarks and stimuli.</summary>
internal sealed class AtRest : IInvariant
{
    public Finding Check(Evidence evidence) => new("no work, bookmark or stimulus is left over", evidence.Instances.Count, evidence.LeftOvers);
}
