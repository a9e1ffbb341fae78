namespace AgentIQ.Chaos.Invariants;

/// <summary>Every timer that was armed fired once.</summary>
internal sealed class TimersOnce : IInvariant
{
    /// <summary>The ids that Elsa.Delay has in the definitions.</summary>
    private static readonly string[] Delays = ["d", "d1", "d2", "nap"];

    public Finding Check(Evidence evidence)
    {
        var violations = new List<string>();
        var timers = 0;
        foreach (var (instance, journal) in evidence.Journals)
        {
            foreach (var timer in journal.Where(e => Delays.Contains(e.ActivityId)).GroupBy(e => e.Execution))
            {
                timers++;
                var events = string.Join(", ", timer.Select(e => e.Event));
                if (events != "Started, Suspended, Resumed, Completed")
                {
                    violations.Add($"timer {timer.First().ActivityId} (execution {timer.Key}) of {instance}: {events}");
                }
            }
        }

        return new Finding("every armed timer fired once", timers, violations);
    }
}
