using AgentIQ.Orchestration.Clocks;

namespace AgentIQ.Orchestration.Tests.Clocks;

public sealed class BusinessHoursTests
{
    [Fact]
    public void Are_kept_in_a_form_that_people_read()
    {
        var hours = new BusinessHours(TimeSpan.FromHours(9), TimeSpan.FromHours(21), "Europe/Moscow", 1.50m);
        hours.ToString().ShouldBe("09:00-21:00 Europe/Moscow 1.5");
        BusinessHours.Parse(hours.ToString()).ShouldBe(hours);
    }

    [Theory]
    [InlineData(9, 21, 12)]
    [InlineData(22, 6, 8)]
    [InlineData(0, 24, 24)]
    [InlineData(9, 9, 24)]
    public void Are_as_long_as_from_one_hour_to_the_other(int starts, int ends, int length) =>
        new BusinessHours(TimeSpan.FromHours(starts), TimeSpan.FromHours(ends), "UTC", 1).Length.ShouldBe(TimeSpan.FromHours(length));

    [Fact]
    public void What_no_day_has_counts_as_the_nearer_end_and_a_factor_never_shortens()
    {
        var hours = new BusinessHours(TimeSpan.FromHours(-3), TimeSpan.FromHours(30), "UTC", 0.5m);
        (hours.DayStarts, hours.DayEnds, hours.WeekendFactor).ShouldBe((TimeSpan.Zero, TimeSpan.FromHours(24), 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("9-21 Europe/Moscow 1.5")]
    [InlineData("09:00-21:00 Europe/Moscow")]
    [InlineData("09:00-21:00 Europe/Moscow -1")]
    [InlineData("09:00–21:00 Europe/Moscow 1.5")]
    public void Another_form_is_refused_with_an_example(string text) =>
        Should.Throw<FormatException>(() => BusinessHours.Parse(text)).Message.ShouldBe($"Expected business hours such as '09:00-21:00 Europe/Moscow 1.5', came '{text}'.");
}
