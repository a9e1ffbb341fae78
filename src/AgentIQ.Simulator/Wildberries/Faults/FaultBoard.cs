namespace AgentIQ.Simulator.Wildberries.Faults;

/// <summary>The faults in force. The oldest that concerns a request is served, one fault per request.</summary>
public sealed class FaultBoard
{
    private readonly Lock _gate = new();
    private readonly List<(Fault Fault, int Served)> _faults = [];

    /// <summary>The faults still to be served, oldest first.</summary>
    public IReadOnlyList<Fault> Pending
    {
        get
        {
            lock (_gate)
            {
                return [.. _faults.Select(item => item.Fault)];
            }
        }
    }

    /// <summary>Puts a fault in force.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is to be served less than once.</exception>
    public void Add(Fault fault)
    {
        if (fault.Times is { } times)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(times, 1, nameof(fault));
        }

        lock (_gate)
        {
            _faults.Add((fault, 0));
        }
    }

    /// <summary>Ends all faults. Requests that hang already go on hanging.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    internal Fault? Take(string method, string path)
    {
        lock (_gate)
        {
            var index = _faults.FindIndex(item => item.Fault.Concerns(method, path));
            if (index < 0)
            {
                return null;
            }

            var (fault, served) = _faults[index];
            if (served + 1 == fault.Times)
            {
                _faults.RemoveAt(index);
            }
            else
            {
                _faults[index] = (fault, served + 1);
            }

            return fault;
        }
    }
}
