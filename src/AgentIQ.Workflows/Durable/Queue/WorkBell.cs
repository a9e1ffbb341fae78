using AgentIQ.Postgres;

namespace AgentIQ.Workflows.Durable.Queue;

/// <summary>
/// Wakes the workers of this process. A hint only: inside a transaction that is not ours to watch it is rung before the commit, so
/// whoever wakes looks several times; and whoever misses it finds the work when polling.
/// </summary>
internal sealed class WorkBell
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _rung = New();
    private TaskCompletionSource _rungHere = New();

    /// <summary>Completes at the next ring, from here or from another process.</summary>
    public Task NextRing
    {
        get
        {
            lock (_gate)
            {
                return _rung.Task;
            }
        }
    }

    /// <summary>Completes at the next ring from this process, which other processes do not know of.</summary>
    public Task NextRingHere
    {
        get
        {
            lock (_gate)
            {
                return _rungHere.Task;
            }
        }
    }

    /// <summary>There is new work as soon as the transaction is committed.</summary>
    public void RingAfter(TenantScope scope) => scope.AfterCommit(Ring);

    /// <summary>There is new work, made in this process.</summary>
    public void Ring()
    {
        TaskCompletionSource rungHere;
        lock (_gate)
        {
            (rungHere, _rungHere) = (_rungHere, New());
        }

        rungHere.TrySetResult();
        RingFromElsewhere();
    }

    /// <summary>Another process says that there is new work.</summary>
    public void RingFromElsewhere()
    {
        TaskCompletionSource rung;
        lock (_gate)
        {
            (rung, _rung) = (_rung, New());
        }

        rung.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
