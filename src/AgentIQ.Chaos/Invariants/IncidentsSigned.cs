namespace AgentIQ.Chaos.Invariants;

/// <summary>Every incident was dealt with, and the record says by whom.</summary>
internal sealed class IncidentsSigned : IInvariant
{
    public Finding Check(Evidence evidence) => new(
        "every incident was dealt with by somebody with a name",
        evidence.Incidents.Count,
        [
            .. evidence.Incidents.Where(i => !i.IsResolved).Select(i => $"incident {i.Id} of {i.InstanceId} is open: {i.Message}"),
            .. evidence.Incidents.Where(i => i is { IsResolved: true, IsSigned: false }).Select(i => $"incident {i.Id} of {i.InstanceId} was resolved, but by whom?"),
        ]);
}
