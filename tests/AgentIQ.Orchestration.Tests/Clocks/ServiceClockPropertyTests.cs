using AgentIQ.Orchestration.Clocks;

namespace AgentIQ.Orchestration.Tests.Clocks;

/// <summary>What holds for every calendar, moment and amount.</summary>
public sealed class ServiceClockPropertyTests
{
    private const int Rounds = 3_000;

    private static readonly string[] Zones = ["Europe/Moscow", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kamchatka", "Pacific/Apia", "UTC"];

    [Fact]
    public void What_was_added_is_measured_again_to_the_tick() => Each((clock, start, amount, _) =>
    {
        var due = clock.Add(start, amount);
        clock.Between(start, due).ShouldBe(amount);
        clock.Between(due, start).ShouldBe(-amount);

        var before = clock.Add(start, -amount);
        clock.Between(before, start).ShouldBe(amount);
    });

    [Fact]
    public void Nothing_is_due_before_it_began_nor_sooner_than_by_the_clock_on_the_wall() => Each((clock, start, amount, _) =>
        (clock.Add(start, amount) - start).ShouldBeGreaterThanOrEqualTo(amount));

    [Fact]
    public void A_greater_amount_is_due_later_and_a_later_start_never_earlier() => Each((clock, start, amount, other) =>
    {
        clock.Add(start, amount + other).ShouldBeGreaterThan(clock.Add(start, amount));
        clock.Add(start + other, amount).ShouldBeGreaterThanOrEqualTo(clock.Add(start, amount));
    });

    /// <summary>A stretch that is cut in two loses at most the ticks that were rounded away.</summary>
    [Fact]
    public void Time_in_two_parts_is_the_time_of_the_whole() => Each((clock, start, amount, other) =>
    {
        var (middle, end) = (start + amount, start + amount + other);
        (clock.Between(start, end) - clock.Between(start, middle) - clock.Between(middle, end)).Duration().ShouldBeLessThanOrEqualTo(TimeSpan.FromTicks(2));
    });

    [Fact]
    public void The_kept_form_counts_the_same() => Each((clock, start, amount, _) => ServiceClock.Parse(clock.ToText()).Add(start, amount).ShouldBe(clock.Add(start, amount)));

    private static void Each(Action<ServiceClock, DateTimeOffset, TimeSpan, TimeSpan> holds)
    {
#pragma warning disable CA5394 // The same examples in every run.
        var random = new Random(20260302);
        for (var round = 0; round < Rounds; round++)
        {
            var hours = new BusinessHours(
                TimeSpan.FromMinutes(random.Next(0, 24 * 60)), TimeSpan.FromMinutes(random.Next(0, (24 * 60) + 1)), Zones[random.Next(Zones.Length)], random.Next(100, 400) / 100m);
            var clock = random.Next(10) == 0 ? ServiceClock.AroundTheClock : ServiceClock.Of(hours);
            var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) + TimeSpan.FromTicks(random.NextInt64(TimeSpan.FromDays(365).Ticks));
            holds(clock, start, TimeSpan.FromTicks(random.NextInt64(1, TimeSpan.FromHours(40).Ticks)), TimeSpan.FromTicks(random.NextInt64(1, TimeSpan.FromDays(3).Ticks)));
        }
#pragma warning restore CA5394
    }
}
