using System.Globalization;

namespace AgentIQ.Chaos.Workers;

/// <summary>The worker processes of a run. Whoever ends is replaced.</summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly Lock _gate = new();
    private readonly WorkerProcess[] _workers;
    private readonly Func<int, TimeSpan, WorkerProcess> _start;

    public WorkerPool(int count, string database, string world, TimeSpan lease, string folder)
    {
        _start = (number, clock) => WorkerProcess.Start(database, world, lease, clock, Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"worker-{number}.log")));
        _workers = [.. Enumerable.Range(0, count).Select(number => _start(number, TimeSpan.Zero))];
    }

    /// <summary>How wrong the workers' clocks are.</summary>
    public TimeSpan Clock { get; private set; }

    public int Count => _workers.Length;

    public WorkerProcess this[int number] => _workers[number];

    public void SetClock(TimeSpan offset)
    {
        lock (_gate)
        {
            Clock = offset;
            foreach (var worker in _workers)
            {
                worker.SetClock(offset);
            }
        }
    }

    /// <summary>Kills one, and starts another in its place.</summary>
    public void Kill(int number)
    {
        lock (_gate)
        {
            _workers[number].Dispose();
            _workers[number] = _start(number, Clock);
        }
    }

    public void KillAll()
    {
        lock (_gate)
        {
            foreach (var worker in _workers)
            {
                worker.Signal(Signals.Kill);
            }

            for (var number = 0; number < _workers.Length; number++)
            {
                _workers[number].Dispose();
                _workers[number] = _start(number, Clock);
            }
        }
    }

    /// <summary>Kills the one with that process id, wherever it stands; by the time of the call it may have ended.</summary>
    public void KillProcess(int process)
    {
        lock (_gate)
        {
            var number = Array.FindIndex(_workers, w => w.Id == process);
            if (number >= 0)
            {
                Kill(number);
            }
        }
    }

    /// <summary>Asks one to end in order, and starts another in its place. False when it had to be killed.</summary>
    public async Task<bool> StopAsync(int number, TimeSpan limit, CancellationToken ct)
    {
        var worker = _workers[number];
        worker.Signal(Signals.Terminate);
        var ended = await worker.WaitAsync(limit, ct);
        Kill(number);
        return ended;
    }

    /// <summary>Replaces workers that have ended by themselves, which none should. Returns how many.</summary>
    public int Replace()
    {
        var ended = 0;
        lock (_gate)
        {
            for (var number = 0; number < _workers.Length; number++)
            {
                if (_workers[number].HasExited)
                {
                    ended++;
                    Kill(number);
                }
            }
        }

        return ended;
    }

    public void Dispose()
    {
        foreach (var worker in _workers)
        {
            worker.Dispose();
        }
    }
}
