namespace AgentIQ.Chaos.Invariants;

/// <summary>Every stimulus that was accepted resumed the one activity that waited for it, once.</summary>
internal sealed class StimuliOnce : IInvariant
{
    public Finding Check(Evidence evidence)
    {
        var violations = new List<string>();
        var stimuli = evidence.Requests.Where(r => r.Kind == "stimulus").ToList();
        var byCorrelation = evidence.Instances.ToLookup(i => i.CorrelationId);
        foreach (var stimulus in stimuli)
        {
            var resumed = byCorrelation[stimulus.CorrelationId].SelectMany(i => evidence.Journals[i.Id]).Count(e => e.ActivityId == stimulus.Name && e.Event == "Resumed");
            // One that came before its activity meets it in the burst in which it begins to wait.
            if (resumed != 1)
            {
                violations.Add($"stimulus {stimulus.Name} for {stimulus.CorrelationId} resumed {resumed} times");
            }
        }

        return new Finding("every accepted stimulus resumed one activity once", stimuli.Count, violations);
    }
}
