using System.Globalization;
using AgentIQ.Workflows.Scheduling.Cron;

namespace AgentIQ.Workflows.Tests.Scheduling;

public sealed class CronExpressionTests
{
    /// <summary>From Monday, 2 March 2026, 12:00:00, on a clock that is never changed.</summary>
    [Theory]
    [InlineData("* * * * * *", "2026-03-02 12:00:01")]
    [InlineData("* * * * *", "2026-03-02 12:01:00")]
    [InlineData("0 * * * * *", "2026-03-02 12:01:00")]
    [InlineData("*/20 * * * * *", "2026-03-02 12:00:20")]
    [InlineData("7/20 * * * * *", "2026-03-02 12:00:07")]
    [InlineData("30 9 * * *", "2026-03-03 09:30:00")]
    [InlineData("0 30 9 * * MON-FRI", "2026-03-03 09:30:00")]
    [InlineData("0 0 12 * * *", "2026-03-03 12:00:00")]
    [InlineData("0,15,30 5-7 13 * * *", "2026-03-02 13:05:00")]
    [InlineData("0 0 22-2/2 * * *", "2026-03-02 22:00:00")]
    [InlineData("0 0 0 * * 7", "2026-03-08 00:00:00")]
    [InlineData("0 0 0 * * 0", "2026-03-08 00:00:00")]
    [InlineData("0 0 0 * * sun", "2026-03-08 00:00:00")]
    [InlineData("0 0 0 * * FRI-MON", "2026-03-06 00:00:00")]
    [InlineData("0 0 0 * * 5-7", "2026-03-06 00:00:00")]
    [InlineData("0 0 0 ? * ?", "2026-03-03 00:00:00")]
    [InlineData("0 0 0 13 * FRI", "2026-03-13 00:00:00")]
    [InlineData("0 0 0 31 * *", "2026-03-31 00:00:00")]
    [InlineData("0 0 0 31 4-6 *", "2026-05-31 00:00:00")]
    [InlineData("0 0 0 29 FEB *", "2028-02-29 00:00:00")]
    [InlineData("0 0 0 29 2 MON", "2044-02-29 00:00:00")]
    [InlineData("0 0 0 1 jan *", "2027-01-01 00:00:00")]
    [InlineData("0 0 0 L * *", "2026-03-31 00:00:00")]
    [InlineData("0 0 0 L 2 *", "2027-02-28 00:00:00")]
    [InlineData("0 0 0 L-2 * *", "2026-03-29 00:00:00")]
    [InlineData("0 0 0 LW 5 *", "2026-05-29 00:00:00")]
    [InlineData("0 0 0 15W 3 *", "2026-03-16 00:00:00")]
    [InlineData("0 0 0 14W 3 *", "2026-03-13 00:00:00")]
    [InlineData("0 0 0 1W 8 *", "2026-08-03 00:00:00")]
    [InlineData("0 0 0 31W 5 *", "2026-05-29 00:00:00")]
    [InlineData("0 0 0 * * 5L", "2026-03-27 00:00:00")]
    [InlineData("0 0 0 * * MON#1", "2026-04-06 00:00:00")]
    [InlineData("0 0 0 * * 3#5", "2026-04-29 00:00:00")]
    [InlineData("59 59 23 31 12 *", "2026-12-31 23:59:59")]
    [InlineData("@hourly", "2026-03-02 13:00:00")]
    [InlineData("@Daily", "2026-03-03 00:00:00")]
    [InlineData("@weekly", "2026-03-08 00:00:00")]
    [InlineData("@monthly", "2026-04-01 00:00:00")]
    [InlineData("@yearly", "2027-01-01 00:00:00")]
    [InlineData("  0   30\t9 * * *  ", "2026-03-03 09:30:00")]
    public void Finds_the_next_time(string expression, string expected) =>
        CronExpression.Parse(expression).Next(new DateTime(2026, 3, 2, 12, 0, 0, DateTimeKind.Unspecified)).ShouldBe(Local(expected));

    [Fact]
    public void Runs_through_all_times_of_a_day()
    {
        var times = new List<string>();
        var expression = CronExpression.Parse("0 15/30 22-1 * * *");
        for (DateTime? at = Local("2026-03-02 12:00:00"); (at = expression.Next(at.Value)) < Local("2026-03-03 12:00:00");)
        {
            times.Add($"{at:HH:mm}");
        }

        times.ShouldBe(["22:15", "22:45", "23:15", "23:45", "00:15", "00:45", "01:15", "01:45"]);
    }

    [Fact]
    public void A_day_that_never_comes_has_no_next_time() =>
        CronExpression.Parse("0 0 0 30 2 *").Next(Local("2026-03-02 12:00:00")).ShouldBeNull();

    [Theory]
    [InlineData("", 1, "expected 5 or 6 fields, got 0")]
    [InlineData("* * *", 1, "expected 5 or 6 fields, got 3")]
    [InlineData("* * * * * * *", 1, "expected 5 or 6 fields, got 7")]
    [InlineData("0 25 * * *", 3, "hours go from 0 to 23, not to 25")]
    [InlineData("60 * * * *", 1, "minutes go from 0 to 59, not to 60")]
    [InlineData("0 0 0 0 * *", 7, "days of the month go from 1 to 31, not to 0")]
    [InlineData("0 0 0 * 13 *", 9, "months go from 1 to 12 or JAN to DEC, not to 13")]
    [InlineData("0 0 0 * * 8", 11, "weekdays go from 0 to 7 or SUN to SAT, not to 8")]
    [InlineData("0 0 0 * * MOO", 11, "'MOO' is not expected")]
    [InlineData("0 nine * * *", 3, "'nine' is not expected; hours are 0 to 23")]
    [InlineData("*/0 * * * *", 3, "expected a step of 1 to 59")]
    [InlineData("*/ * * * *", 3, "expected a step of 1 to 59")]
    [InlineData("1, * * * *", 3, "the minutes are missing")]
    [InlineData("1- * * * *", 3, "the minutes are missing")]
    [InlineData("1;2 * * * *", 2, "';' is not expected here")]
    [InlineData("0 0 1,15W * *", 9, "'W' goes with one day")]
    [InlineData("0 0 * * 1-3#2", 12, "'#' goes with one day")]
    [InlineData("0 0 * * 1#6", 11, "weekdays of a month go from 1 to 5, not to 6")]
    [InlineData("0 ? * * *", 3, "'?' is not expected")]
    [InlineData("0 0 LX * *", 6, "'X' is not expected here")]
    [InlineData("99999999999 * * * *", 1, "minutes go from 0 to 59")]
    public void Says_what_is_wrong_and_where(string expression, int position, string problem)
    {
        var error = Should.Throw<CronFormatException>(() => CronExpression.Parse(expression));
        error.Message.ShouldContain(problem);
        error.Message.ShouldContain("Example: '0 30 9 * * MON-FRI'");
        error.Position.ShouldBe(position);
    }

    private static DateTime Local(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
