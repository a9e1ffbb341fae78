namespace AgentIQ.Server.Api.Policies.Backtests;

/// <summary>
/// How many back-tests may run in this process: one for each person and two at all, because one of them uses all the cores that it
/// gets, and the desk goes on beside it.
/// </summary>
internal sealed class BacktestSlots
{
    private const int AtOnce = 2;

    private readonly Lock _lock = new();

    private readonly HashSet<Guid> _running = [];

    /// <summary>A slot to dispose of, or null when there is none.</summary>
    public IDisposable? TryTake(Guid userId)
    {
        lock (_lock)
        {
            return _running.Count < AtOnce && _running.Add(userId) ? new Slot(this, userId) : null;
        }
    }

    private void Release(Guid userId)
    {
        lock (_lock)
        {
            _running.Remove(userId);
        }
    }

    private sealed class Slot(BacktestSlots slots, Guid userId) : IDisposable
    {
        private bool _released;

        public void Dispose()
        {
            if (!_released)
            {
                _released = true;
                slots.Release(userId);
            }
        }
    }
}
