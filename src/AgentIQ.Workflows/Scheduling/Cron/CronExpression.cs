using System.Numerics;

namespace AgentIQ.Workflows.Scheduling.Cron;

// Why not a library: the format is Cronos', which Elsa uses and which no package here offers. Quartz' CronExpression has another
// one (day and weekday exclude each other with '?', weekdays from 1, a year) and other rules when clocks change, so it could not
// run what the designer's users wrote; what both have in common is less than this file.

/// <summary>
/// When something is due, as <c>[second] minute hour day month weekday</c> with lists, ranges, steps, names, <c>? L W #</c> and the
/// usual macros. Day and weekday must both match. Immutable.
/// </summary>
internal sealed class CronExpression
{
    /// <summary>A weekday on the 29th of February may be 40 years away; what is further never comes.</summary>
    private const int YearsAhead = 50;

    public required ulong Seconds { get; init; }

    public required ulong Minutes { get; init; }

    public required ulong Hours { get; init; }

    public required CronDays Days { get; init; }

    public required ulong Months { get; init; }

    public required CronWeekdays Weekdays { get; init; }

    /// <summary>
    /// Whether second, minute or hour say "every so often" (by a star, a range or a step): such an expression also runs in the hour that
    /// clocks repeat, one with fixed times does not run twice.
    /// </summary>
    public required bool IsInterval { get; init; }

    /// <exception cref="CronFormatException">It is no cron expression.</exception>
    public static CronExpression Parse(string text) => new CronParser(text).Read();

    /// <summary>The first occurrence after the given moment by the zone's clocks. Null: there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone) => new WallClock(zone).Next(this, after);

    /// <summary>The first occurrence after the given clock reading, on a clock that is never changed.</summary>
    public DateTime? Next(DateTime after)
    {
        var from = new DateTime(after.Ticks - (after.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified).AddSeconds(1);
        var day = DateOnly.FromDateTime(from);
        var earliest = (int)from.TimeOfDay.TotalSeconds;
        for (var last = Math.Min(from.Year + YearsAhead, 9998); day.Year <= last;)
        {
            if ((Months >> day.Month & 1) == 0)
            {
                day = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            }
            else if (Days.Includes(day) && Weekdays.Includes(day) && FirstTime(earliest) is { } time)
            {
                return day.ToDateTime(TimeOnly.MinValue).AddSeconds(time);
            }
            else
            {
                day = day.AddDays(1);
            }

            earliest = 0;
        }

        return null;
    }

    /// <summary>In seconds of the day.</summary>
    private int? FirstTime(int earliest)
    {
        var (hour, minute, second) = (earliest / 3600, earliest / 60 % 60, earliest % 60);
        for (var h = First(Hours, hour); h < 24; h = First(Hours, h + 1))
        {
            for (var m = First(Minutes, h == hour ? minute : 0); m < 60; m = First(Minutes, m + 1))
            {
                var s = First(Seconds, h == hour && m == minute ? second : 0);
                if (s < 60)
                {
                    return (h * 3600) + (m * 60) + s;
                }
            }
        }

        return null;
    }

    private static int First(ulong bits, int from) => from > 63 ? 64 : BitOperations.TrailingZeroCount(bits & (ulong.MaxValue << from));
}
