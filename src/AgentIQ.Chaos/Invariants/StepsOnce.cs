namespace AgentIQ.Chaos.Invariants;

/// <summary>What steps wrote and what the journal says of them are the same, execution by execution.</summary>
internal sealed class StepsOnce : IInvariant
{
    /// <summary>The ids that Chaos.Count has in the definitions.</summary>
    private static readonly string[] Counting = ["a", "b", "c", "s", "pass", "end"];

    public Finding Check(Evidence evidence)
    {
        var violations = new List<string>();
        var written = evidence.Counts.GroupBy(c => (c.InstanceId, c.Execution)).ToDictionary(g => g.Key, g => g.Count());
        var completed = evidence.Journals
            .SelectMany(j => j.Value.Where(e => e.Event == "Completed" && Counting.Contains(e.ActivityId)).Select(e => (j.Key, e.Execution)))
            .ToList();
        foreach (var step in completed)
        {
            if (!written.Remove(step, out var rows))
            {
                violations.Add($"execution {step.Execution} of {step.Key} is in the journal, but wrote nothing");
            }
            else if (rows != 1)
            {
                violations.Add($"execution {step.Execution} of {step.Key} wrote {rows} rows");
            }
        }

        violations.AddRange(written.Keys.Select(step => $"execution {step.Execution} of {step.InstanceId} wrote, but the journal does not know of it"));
        return new Finding("what steps wrote is what the journal says", completed.Count, violations);
    }
}
