using AgentIQ.Bench.Hosting;

namespace AgentIQ.Bench.Rules;

/// <summary>Something whose speed is compared. What it computes is summed up, so that nothing of it can be left out.</summary>
/// <param name="work">Does its work that many times.</param>
internal sealed class Contestant(Func<int, long> work)
{
    private readonly List<double> _costs = [];
    private int _times = 1;
    private long _allocated;
    private long _done;
    private long _sum;

    /// <summary>Seconds for one time: the median over the rounds.</summary>
    public double Cost => Figures.Median(_costs);

    /// <summary>The same, round by round.</summary>
    public IReadOnlyList<double> Costs => _costs;

    public double PerSecond => 1 / Cost;

    /// <summary>Bytes allocated each time.</summary>
    public double Bytes => (double)_allocated / _done;

    /// <summary>The sum of what was computed; its value means nothing.</summary>
    public long Sum => _sum;

    /// <summary>Lets contestants run in turn, because the machine is shared: what disturbs one round disturbs its neighbour.</summary>
    public static void Race(RulesScale scale, CancellationToken ct, params ReadOnlySpan<Contestant> contestants)
    {
        foreach (var contestant in contestants)
        {
            contestant.WarmUp(scale.Warm, scale.Seconds / scale.Rounds / contestants.Length);
        }

        for (var round = 0; round < scale.Rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                ct.ThrowIfCancellationRequested();
                contestant.Round();
            }
        }
    }

    /// <summary>Runs for a while, and finds out how often a round has to repeat the work to last long enough.</summary>
    private void WarmUp(double seconds, double round)
    {
        var spent = 0.0;
        double last;
        do
        {
            var began = ThreadClock.Seconds();
            _sum += work(_times);
            last = ThreadClock.Seconds() - began;
            spent += last;
            _times = last < round / 2 ? _times * 2 : _times;
        }
        while (spent < seconds || last < round / 2);

        // Warm code is faster than the code that was measured on the way.
        _times = Math.Max(1, (int)Math.Min(int.MaxValue / 2, _times * round / last));
    }

    private void Round()
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var began = ThreadClock.Seconds();
        _sum += work(_times);
        var cost = (ThreadClock.Seconds() - began) / _times;
        _allocated += GC.GetAllocatedBytesForCurrentThread() - allocated;
        _done += _times;
        _costs.Add(cost);
    }
}
