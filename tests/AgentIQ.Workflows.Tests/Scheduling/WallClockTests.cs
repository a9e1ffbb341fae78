using AgentIQ.Workflows.Scheduling.Cron;

namespace AgentIQ.Workflows.Tests.Scheduling;

/// <summary>In Berlin clocks skip 02:00 to 03:00 on 29 March 2026 and repeat 02:00 to 03:00 on 25 October 2026.</summary>
public sealed class WallClockTests
{
    [Theory]
    [InlineData("an ordinary day", "0 30 9 * * *", "2026-03-02T12:00:00Z", "2026-03-03T08:30:00Z")]
    [InlineData("a summer's day", "0 30 9 * * *", "2026-07-01T00:00:00Z", "2026-07-01T07:30:00Z")]
    [InlineData("a skipped time is due when the skipped hour ends", "0 30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("and the next day at its own time", "0 30 2 * * *", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("an interval goes on after the skipped hour", "0 */30 * * * *", "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("and then by its own step", "0 */30 * * * *", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("a repeated time is due the first time", "0 30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("and not the second time", "0 30 2 * * *", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("also seen from between", "0 30 2 * * *", "2026-10-25T01:10:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("an interval is due in the first hour", "0 */30 * * * *", "2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("and in the second", "0 */30 * * * *", "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z")]
    [InlineData("to its end", "0 */30 * * * *", "2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("and after it", "0 */30 * * * *", "2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z")]
    [InlineData("an hour that is a star is an interval", "0 45 * * * *", "2026-10-25T00:45:00Z", "2026-10-25T01:45:00Z")]
    [InlineData("seconds within the minute", "*/30 * * * * *", "2026-10-25T00:59:30Z", "2026-10-25T01:00:00Z")]
    public void In_Berlin(string about, string expression, string after, string expected) =>
        CronExpression.Parse(expression).Next(DateTimeOffset.Parse(after), Zone("Europe/Berlin")).ShouldBe(DateTimeOffset.Parse(expected), about);

    [Theory]
    [InlineData("Moscow's offset changed for good: 26 October 2014, 02:00 became 01:00", "Europe/Moscow", "0 30 1 * * *", "2014-10-25T12:00:00Z", "2014-10-25T21:30:00Z")]
    [InlineData("once", "Europe/Moscow", "0 30 1 * * *", "2014-10-25T21:30:00Z", "2014-10-26T22:30:00Z")]
    [InlineData("half an hour of summer time", "Australia/Lord_Howe", "0 15 2 * * *", "2026-10-03T00:00:00Z", "2026-10-03T15:30:00Z")]
    [InlineData("fourteen hours ahead", "Pacific/Kiritimati", "0 0 0 * * *", "2026-03-02T12:00:00Z", "2026-03-03T10:00:00Z")]
    [InlineData("a day that was skipped altogether", "Pacific/Apia", "0 0 12 30 12 *", "2011-12-29T00:00:00Z", "2011-12-30T10:00:00Z")]
    public void Elsewhere(string about, string zone, string expression, string after, string expected) =>
        CronExpression.Parse(expression).Next(DateTimeOffset.Parse(after), Zone(zone)).ShouldBe(DateTimeOffset.Parse(expected), about);

    [Theory]
    [InlineData("0 */7 * * * *")]
    [InlineData("0 0 * * * *")]
    [InlineData("30 15,45 2 * * *")]
    public void Always_moves_on_and_agrees_with_looking_at_every_second_time(string expression)
    {
        var (cron, zone) = (CronExpression.Parse(expression), Zone("Europe/Berlin"));
        var at = DateTimeOffset.Parse("2026-10-24T20:00:00Z");
        for (var i = 0; i < 60; i++)
        {
            var next = cron.Next(at, zone).ShouldNotBeNull();
            next.ShouldBeGreaterThan(at);
            // Nothing is left out: seen from just before it, and from the middle, the next one is the same.
            cron.Next(next.AddSeconds(-1), zone).ShouldBe(next);
            cron.Next(at.AddTicks((next - at).Ticks / 2), zone).ShouldBe(next);
            at = next;
        }
    }

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
