using AgentIQ.Testing;

namespace AgentIQ.Postgres.Tests.Testing;

/// <summary>The clock that all tests trust.</summary>
public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void It_stands_still_until_it_is_moved()
    {
        var before = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMinutes(3));

        _clock.GetUtcNow().ShouldBe(ManualTimeProvider.DefaultStart.AddMinutes(3));
        _clock.GetElapsedTime(before).ShouldBe(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task A_delay_ends_when_it_is_due_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _clock);

        _clock.Advance(TimeSpan.FromSeconds(9));
        delay.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));

        await delay;
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_and_see_them()
    {
        var fired = new List<(int, DateTimeOffset)>();
        using var late = _clock.CreateTimer(_ => fired.Add((2, _clock.GetUtcNow())), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        using var early = _clock.CreateTimer(_ => fired.Add((1, _clock.GetUtcNow())), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(5));

        fired.ShouldBe([(1, ManualTimeProvider.DefaultStart.AddSeconds(1)), (2, ManualTimeProvider.DefaultStart.AddSeconds(2))]);
    }

    [Fact]
    public void A_period_fires_once_for_each_time_that_passed()
    {
        var count = 0;
        using var timer = _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        _clock.Advance(TimeSpan.FromSeconds(3.5));

        count.ShouldBe(3);
    }

    [Fact]
    public async Task A_periodic_timer_ticks()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), _clock);
        var tick = timer.WaitForNextTickAsync();

        _clock.Advance(TimeSpan.FromMinutes(1));

        (await tick).ShouldBeTrue();
    }

    [Fact]
    public void A_timer_that_was_disposed_of_does_not_fire()
    {
        var count = 0;
        _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)).Dispose();

        _clock.Advance(TimeSpan.FromMinutes(1));

        count.ShouldBe(0);
    }

    [Fact]
    public async Task A_token_source_cancels()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(5), _clock);

        _clock.Advance(TimeSpan.FromSeconds(5));

        source.IsCancellationRequested.ShouldBeTrue();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.Delay(TimeSpan.FromSeconds(1), _clock, source.Token));
    }

    [Fact]
    public async Task One_can_wait_until_somebody_waits()
    {
        var armed = _clock.WhenTimersAsync(1);
        armed.IsCompleted.ShouldBeFalse();

        _ = Task.Delay(TimeSpan.FromSeconds(1), _clock);

        await armed;
    }
}
