using System.Diagnostics;

namespace AgentIQ.Chaos.World;

/// <summary>When which process stood still.</summary>
internal sealed class FreezeLog
{
    private readonly Lock _gate = new();
    private readonly List<(int Process, long Thawed)> _freezes = [];

    /// <summary>To be called before the process goes on.</summary>
    public void Thawing(int process)
    {
        lock (_gate)
        {
            _freezes.Add((process, Stopwatch.GetTimestamp()));
        }
    }

    /// <summary>Whether the process stood still at any time after that moment.</summary>
    public bool WasFrozenSince(int process, long moment)
    {
        lock (_gate)
        {
            return _freezes.Exists(f => f.Process == process && f.Thawed >= moment);
        }
    }
}
