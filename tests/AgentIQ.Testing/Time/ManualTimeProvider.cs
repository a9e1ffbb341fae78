namespace AgentIQ.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Timers made through it (<see cref="TimeProvider.CreateTimer"/>,
/// <see cref="PeriodicTimer"/>, <c>Task.Delay(span, provider)</c>, <c>new CancellationTokenSource(span, provider)</c>)
/// fire while it is moved, in the order of their due times, each seeing its own due time as now.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    /// <summary>Where the clock stands when no start is given: a Monday, 12:00 UTC.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _armed = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private DateTimeOffset _now;

    /// <summary>Starts at <see cref="DefaultStart"/>.</summary>
    public ManualTimeProvider()
        : this(DefaultStart)
    {
    }

    /// <summary>Starts at the given moment.</summary>
    public ManualTimeProvider(DateTimeOffset start) => _now = start;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on and fires what becomes due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        MoveTo(GetUtcNow() + by);
    }

    /// <summary>Sets the clock. Forward it fires what becomes due; backward it is a clock that was corrected, and timers keep their due times.</summary>
    public void SetUtcNow(DateTimeOffset now) => MoveTo(now);

    /// <summary>Completes as soon as this many timers are armed: the way to know that the code under test has begun to wait.</summary>
    public Task WhenTimersAsync(int count)
    {
        lock (_gate)
        {
            if (_armed.Count >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task;
        }
    }

    internal void Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        List<TaskCompletionSource> reached = [];
        lock (_gate)
        {
            _armed.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + dueTime;
            timer.Period = period;
            _armed.Add(timer);
            reached.AddRange(_waiting.Where(waiter => _armed.Count >= waiter.Count).Select(waiter => waiter.Reached));
            _waiting.RemoveAll(waiter => _armed.Count >= waiter.Count);
        }

        reached.ForEach(waiter => waiter.SetResult());
        if (dueTime == TimeSpan.Zero)
        {
            MoveTo(GetUtcNow());
        }
    }

    internal void Disarm(ManualTimer timer)
    {
        lock (_gate)
        {
            _armed.Remove(timer);
        }
    }

    private void MoveTo(DateTimeOffset target)
    {
        while (TakeNextDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (_gate)
        {
            _now = target;
        }
    }

    private ManualTimer? TakeNextDue(DateTimeOffset target)
    {
        lock (_gate)
        {
            var next = _armed.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next is null)
            {
                return null;
            }

            _now = next.Due > _now ? next.Due : _now;
            if (next.Period > TimeSpan.Zero)
            {
                next.Due += next.Period;
            }
            else
            {
                _armed.Remove(next);
            }

            return next;
        }
    }
}
