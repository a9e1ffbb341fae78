using AgentIQ.Orchestration.Clocks;

namespace AgentIQ.Orchestration.Tests.Clocks;

/// <summary>Working minutes by example. 2026-03-02 is a Monday; Moscow is three hours ahead of UTC all the year.</summary>
public sealed class ServiceClockTests
{
    private static readonly ServiceClock Moscow = Clock("09:00-21:00 Europe/Moscow 1.5");

    public static TheoryData<string, int, string> Additions => new()
    {
        // Inside a day, to its very end, and over it.
        { "2026-03-02T12:00+03:00", 15, "2026-03-02T12:15+03:00" },
        { "2026-03-02T20:45+03:00", 15, "2026-03-02T21:00+03:00" },
        { "2026-03-02T20:45+03:00", 16, "2026-03-03T09:01+03:00" },

        // At night and before the day begins, the next working minute is the first.
        { "2026-03-02T23:30+03:00", 1, "2026-03-03T09:01+03:00" },
        { "2026-03-02T03:00+03:00", 30, "2026-03-02T09:30+03:00" },

        // 24 working hours are two days of twelve.
        { "2026-03-02T12:00+03:00", 1440, "2026-03-04T12:00+03:00" },

        // On Saturday and Sunday everything takes half as long again.
        { "2026-03-07T12:00+03:00", 30, "2026-03-07T12:45+03:00" },
        { "2026-03-08T09:00+03:00", 480, "2026-03-08T21:00+03:00" },
        { "2026-03-06T20:50+03:00", 30, "2026-03-07T09:30+03:00" },
        { "2026-03-08T20:45+03:00", 20, "2026-03-09T09:10+03:00" },

        // Nothing is nothing, at night too.
        { "2026-03-02T23:30+03:00", 0, "2026-03-02T23:30+03:00" },

        // Looking back.
        { "2026-03-02T12:00+03:00", -15, "2026-03-02T11:45+03:00" },
        { "2026-03-03T09:10+03:00", -20, "2026-03-02T20:50+03:00" },
        { "2026-03-03T03:00+03:00", -10, "2026-03-02T20:50+03:00" },
        { "2026-03-09T09:10+03:00", -20, "2026-03-08T20:45+03:00" },
    };

    [Theory]
    [MemberData(nameof(Additions))]
    public void Minutes_are_added_in_business_hours(string from, int minutes, string expected)
    {
        Moscow.Add(At(from), TimeSpan.FromMinutes(minutes)).ShouldBe(At(expected));
        Moscow.Between(At(from), At(expected)).ShouldBe(TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData("2026-03-02T21:00+03:00", "2026-03-03T09:00+03:00", 0)]
    [InlineData("2026-03-02T20:00+03:00", "2026-03-03T10:00+03:00", 120)]
    [InlineData("2026-03-07T00:00+03:00", "2026-03-08T00:00+03:00", 480)]
    [InlineData("2026-03-02T00:00+03:00", "2026-03-09T00:00+03:00", 5 * 720 + 2 * 480)]
    public void What_lies_outside_business_hours_does_not_count(string from, string to, int minutes)
    {
        Moscow.Between(At(from), At(to)).ShouldBe(TimeSpan.FromMinutes(minutes));
        Moscow.Between(At(to), At(from)).ShouldBe(TimeSpan.FromMinutes(-minutes));
    }

    [Fact]
    public void Around_the_clock_every_minute_counts()
    {
        var clock = ServiceClock.AroundTheClock;
        clock.Add(At("2026-03-07T23:50+03:00"), TimeSpan.FromMinutes(15)).ShouldBe(At("2026-03-08T00:05+03:00"));
        clock.Between(At("2026-03-07T23:50+03:00"), At("2026-03-08T00:05+03:00")).ShouldBe(TimeSpan.FromMinutes(15));
    }

    /// <summary>The clocks of Berlin go forward at 02:00 of 2026-03-29 and back at 03:00 of 2026-10-25, both Sundays.</summary>
    [Theory]
    [InlineData("00:00-06:00", "2026-03-28T12:00+01:00", 300, "2026-03-29T06:00+02:00")]
    [InlineData("00:00-06:00", "2026-10-24T12:00+02:00", 420, "2026-10-25T06:00+01:00")]
    [InlineData("00:00-24:00", "2026-03-28T12:00+01:00", 23 * 60, "2026-03-29T12:00+02:00")]
    [InlineData("00:00-24:00", "2026-10-24T12:00+02:00", 25 * 60, "2026-10-25T12:00+01:00")]
    [InlineData("09:00-21:00", "2026-03-28T20:30+01:00", 60, "2026-03-29T09:30+02:00")]
    [InlineData("02:30-06:00", "2026-03-29T00:00+01:00", 1, "2026-03-29T03:31+02:00")]
    [InlineData("22:00-06:00", "2026-03-28T21:00+01:00", 7 * 60, "2026-03-29T06:00+02:00")]
    public void Days_on_which_clocks_change_have_the_hours_that_they_have(string hours, string from, int minutes, string expected)
    {
        var clock = Clock($"{hours} Europe/Berlin 1");
        clock.Add(At(from), TimeSpan.FromMinutes(minutes)).ShouldBe(At(expected));
        clock.Between(At(from), At(expected)).ShouldBe(TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData("2026-03-02T23:00+03:00", 60, "2026-03-03T00:00+03:00")]
    [InlineData("2026-03-03T05:30+03:00", 60, "2026-03-03T22:30+03:00")]
    [InlineData("2026-03-03T12:00+03:00", 10, "2026-03-03T22:10+03:00")]
    public void Work_may_go_on_over_midnight(string from, int minutes, string expected) =>
        Clock("22:00-06:00 Europe/Moscow 1").Add(At(from), TimeSpan.FromMinutes(minutes)).ShouldBe(At(expected));

    [Fact]
    public void A_night_shift_is_of_the_day_on_which_it_begins() =>
        Clock("22:00-06:00 Europe/Moscow 2").Add(At("2026-03-09T01:00+03:00"), TimeSpan.FromMinutes(30)).ShouldBe(At("2026-03-09T02:00+03:00"), "it began on Sunday");

    private static ServiceClock Clock(string hours) => ServiceClock.Parse(hours);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, null);
}
