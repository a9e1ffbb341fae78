using AgentIQ.Chaos.Load;

namespace AgentIQ.Chaos.Faults;

/// <summary>Lets one fault after the other happen, chosen by a seed.</summary>
internal sealed class FaultInjector(FaultPlan plan, Random random, ChaosLog log)
{
    private readonly SortedDictionary<string, int> _happened = new(StringComparer.Ordinal);

    /// <summary>How often each kind happened; 0 for those that did not come to it.</summary>
    public IReadOnlyDictionary<string, int> Happened => _happened;

    public async Task RunAsync(CancellationToken stopping, CancellationToken ct)
    {
        var faults = plan.All;
        foreach (var fault in faults)
        {
            _happened[fault.Kind] = 0;
        }

        // Every kind once in an order of the seed's, so that a short run has all of them; then by weight.
        var first = new Queue<Fault>(faults.OrderBy(_ => random.Next()));
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.2 + random.NextDouble()), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stopping.IsCancellationRequested)
            {
                await HappenAsync(first.TryDequeue(out var next) ? next : Choose(faults), ct);
            }
        }
    }

    private async Task HappenAsync(Fault fault, CancellationToken ct)
    {
        try
        {
            if (await fault.HappenAsync(ct))
            {
                _happened[fault.Kind]++;
                log.Say(fault.Kind);
            }
        }
        catch (Exception e) when (Insistence.IsAway(e))
        {
            log.Say($"{fault.Kind}: {e.Message}");
        }
    }

    private Fault Choose(IReadOnlyList<Fault> faults)
    {
        var at = random.NextDouble() * faults.Sum(f => f.Weight);
        foreach (var fault in faults)
        {
            at -= fault.Weight;
            if (at < 0)
            {
                return fault;
            }
        }

        return faults[^1];
    }
}
