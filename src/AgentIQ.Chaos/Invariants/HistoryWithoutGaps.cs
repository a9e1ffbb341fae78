namespace AgentIQ.Chaos.Invariants;

/// <summary>The journal of each instance counts from 1 to what its state says, without a gap and without a number twice.</summary>
internal sealed class HistoryWithoutGaps : IInvariant
{
    public Finding Check(Evidence evidence)
    {
        var violations = new List<string>();
        foreach (var instance in evidence.Instances)
        {
            var numbers = evidence.Journals[instance.Id].Select(e => e.Sequence).ToList();
            if (!numbers.SequenceEqual(Enumerable.Range(1, instance.Sequence)))
            {
                var missing = Enumerable.Range(1, instance.Sequence).Except(numbers).ToList();
                var twice = numbers.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
                violations.Add($"{instance}: its state counts {instance.Sequence}, the journal has {numbers.Count}; missing {string.Join(" ", missing)}; twice {string.Join(" ", twice)}");
            }
        }

        return new Finding("histories have no gaps", evidence.Instances.Count, violations);
    }
}
