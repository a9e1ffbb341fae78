using System.Globalization;

namespace AgentIQ.Orchestration.Clocks;

/// <summary>
/// When a seller's people answer: from an hour to an hour of every day in a time zone, on Saturdays and Sundays at a slower pace. The policy
/// <c>sla</c> says them; each interaction keeps those that its deadlines were counted by.
/// </summary>
public sealed record BusinessHours
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Hours as the policy says them.</summary>
    /// <param name="dayStarts">Time of day of the beginning; what lies outside a day counts as its nearer end.</param>
    /// <param name="dayEnds">Time of day of the end. Not later than the beginning: the end is on the next day, so equal ones mean a whole day.</param>
    /// <param name="timeZone">IANA name of the zone whose clocks are meant, such as <c>Europe/Moscow</c>.</param>
    /// <param name="weekendFactor">How much longer everything takes in a working day that begins on a Saturday or Sunday: at 1.5, thirty working minutes take 45. Less than 1 counts as 1.</param>
    /// <exception cref="TimeZoneNotFoundException">This computer knows no such zone.</exception>
    public BusinessHours(TimeSpan dayStarts, TimeSpan dayEnds, string timeZone, decimal weekendFactor)
    {
        DayStarts = Within(dayStarts);
        DayEnds = Within(dayEnds);
        Zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        WeekendFactor = Math.Max(1, weekendFactor);
    }

    /// <summary>Time of day at which work begins.</summary>
    public TimeSpan DayStarts { get; }

    /// <summary>Time of day at which work ends; not later than <see cref="DayStarts"/>: on the next day.</summary>
    public TimeSpan DayEnds { get; }

    /// <summary>The zone whose clocks are meant.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>How much longer everything takes at a weekend; 1 or more.</summary>
    public decimal WeekendFactor { get; }

    /// <summary>How long a working day is by the clock on the wall.</summary>
    public TimeSpan Length => DayEnds > DayStarts ? DayEnds - DayStarts : DayEnds + Day - DayStarts;

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    /// <exception cref="TimeZoneNotFoundException">This computer knows no such zone.</exception>
    public static BusinessHours Parse(string text)
    {
        if (text.Split(' ') is [var span, var zone, var written]
            && span.Split('-') is [var starts, var ends]
            && TryTime(starts, out var from)
            && TryTime(ends, out var to)
            && decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor))
        {
            return new BusinessHours(from, to, zone, factor);
        }

        throw new FormatException($"Expected business hours such as '09:00-21:00 Europe/Moscow 1.5', came '{text}'.");
    }

    /// <summary>The form that is kept with an interaction, such as <c>09:00-21:00 Europe/Moscow 1.5</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Time(DayStarts)}-{Time(DayEnds)} {Zone.Id} {WeekendFactor:0.######}");

    private static TimeSpan Within(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time > Day ? Day : new TimeSpan(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute));

    private static string Time(TimeSpan time) => $"{(int)time.TotalHours:00}:{time.Minutes:00}";

    /// <summary>Hours go to 24, which no type of the library reads.</summary>
    private static bool TryTime(string text, out TimeSpan time)
    {
        time = default;
        if (text.Split(':') is not [{ Length: 2 } hours, { Length: 2 } minutes]
            || !byte.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !byte.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minute))
        {
            return false;
        }

        time = new TimeSpan(hour, minute, 0);
        return true;
    }
}
