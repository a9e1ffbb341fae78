namespace AgentIQ.Chaos.Invariants;

/// <summary>
/// Every effect of the ledger happened in the outside world, once. Excused is a call of a process that was frozen between its decision and
/// the call: nobody can call that back, and asking did not help, because it had not happened yet.
/// </summary>
internal sealed class EffectsOnce : IInvariant
{
    public Finding Check(Evidence evidence)
    {
        var violations = new List<string>();
        foreach (var effect in evidence.Effects)
        {
            var calls = evidence.Calls.GetValueOrDefault(effect.IdempotencyKey) ?? [];
            if (effect.State != "done")
            {
                violations.Add($"effect {effect.IdempotencyKey} is {effect.State}");
            }

            if (calls.Count == 0)
            {
                violations.Add($"effect {effect.IdempotencyKey} is in the ledger, but never happened");
            }
            else if (calls.Count(c => !c.WasLate) > 1)
            {
                violations.Add($"effect {effect.IdempotencyKey} happened {calls.Count} times, by processes {string.Join(", ", calls.Select(c => c.Process))}");
            }
        }

        var known = evidence.Effects.Select(e => e.IdempotencyKey).ToHashSet();
        violations.AddRange(evidence.Calls.Keys.Where(key => !known.Contains(key)).Select(key => $"effect {key} happened, but the ledger does not know of it"));
        return new Finding("every effect happened once", evidence.Effects.Count, violations);
    }
}
