using AgentIQ.Chaos.Load;

namespace AgentIQ.Chaos.Invariants;

/// <summary>Every start that was accepted has its one instance, which has come to its end, and nobody else has one.</summary>
internal sealed class NothingLost : IInvariant
{
    public Finding Check(Evidence evidence)
    {
        var violations = new List<string>();
        var starts = evidence.Requests.Where(r => r.Kind == "start").ToList();
        // Each parent publishes one event, which starts one told.
        var wanted = starts.Select(r => (r.DefinitionId!, r.CorrelationId))
            .Concat(starts.Where(r => r.DefinitionId == "parent").Select(r => ("told", r.CorrelationId + "/told")))
            .ToHashSet();
        var instances = evidence.Instances.ToLookup(i => (i.DefinitionId, i.CorrelationId ?? string.Empty));
        foreach (var start in wanted)
        {
            var found = instances[start].ToList();
            if (found.Count != 1)
            {
                violations.Add($"{start} was accepted once and has {found.Count} instances");
            }
            else if (found[0].SubStatus != "Finished")
            {
                violations.Add($"{found[0]} has not finished");
            }
            else if (evidence.Journals[found[0].Id].Count(e => e is { ActivityId: ChaosDefinitions.End, Event: "Completed" }) != 1)
            {
                violations.Add($"{found[0]} has finished without completing its last step once");
            }
        }

        violations.AddRange(evidence.Instances.Where(i => !wanted.Contains((i.DefinitionId, i.CorrelationId ?? string.Empty))).Select(i => $"nobody asked for {i}"));
        return new Finding("every accepted start has one instance that came to its end", wanted.Count, violations);
    }
}
