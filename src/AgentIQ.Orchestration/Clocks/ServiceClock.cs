namespace AgentIQ.Orchestration.Clocks;

/// <summary>
/// Counts the time that a promise is measured in: every minute, or the minutes of business hours. Days on which clocks are changed are
/// longer or shorter by what they lose or gain inside business hours; a time that does not exist then is the same distance after the change, and one
/// that exists twice is its second.
/// </summary>
public sealed class ServiceClock
{
    private readonly BusinessHours? _hours;

    private ServiceClock(BusinessHours? hours) => _hours = hours;

    /// <summary>Every minute counts.</summary>
    public static ServiceClock AroundTheClock { get; } = new(null);

    /// <summary>Minutes of business hours count; on weekends fewer.</summary>
    public static ServiceClock Of(BusinessHours hours) => new(hours);

    /// <summary>The clock that was kept with an interaction: business hours as text, or null for every minute.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    /// <exception cref="TimeZoneNotFoundException">This computer does not know the zone.</exception>
    public static ServiceClock Parse(string? text) => text is null ? AroundTheClock : new ServiceClock(BusinessHours.Parse(text));

    /// <summary>The form to keep; null for every minute.</summary>
    public string? ToText() => _hours?.ToString();

    /// <summary>The moment by which so much time has counted. Nothing gives the moment itself; a negative amount looks back.</summary>
    public DateTimeOffset Add(DateTimeOffset moment, TimeSpan time)
    {
        if (_hours is null || time == TimeSpan.Zero)
        {
            return moment + time;
        }

        return time > TimeSpan.Zero ? Forward(_hours, moment, time.Ticks) : Back(_hours, moment, -time.Ticks);
    }

    /// <summary>How much time counts from one moment to another; negative when the second lies before the first.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        if (_hours is null)
        {
            return to - from;
        }

        return from <= to ? Count(_hours, from, to) : -Count(_hours, to, from);
    }

    private static DateTimeOffset Forward(BusinessHours hours, DateTimeOffset moment, long left)
    {
        for (var day = FirstDay(hours, moment); ; day = day.AddDays(1))
        {
            var shift = ShiftOf(hours, day);
            var from = shift.Opens > moment ? shift.Opens : moment;
            if (from >= shift.Closes)
            {
                continue;
            }

            var counted = shift.Working(from, shift.Closes);
            if (counted >= left)
            {
                return from + shift.Wall(left);
            }

            left -= counted;
        }
    }

    private static DateTimeOffset Back(BusinessHours hours, DateTimeOffset moment, long left)
    {
        for (var day = FirstDay(hours, moment).AddDays(2); ; day = day.AddDays(-1))
        {
            var shift = ShiftOf(hours, day);
            var to = shift.Closes < moment ? shift.Closes : moment;
            if (to <= shift.Opens)
            {
                continue;
            }

            var counted = shift.Working(shift.Opens, to);
            if (counted >= left)
            {
                return to - shift.Wall(left);
            }

            left -= counted;
        }
    }

    private static TimeSpan Count(BusinessHours hours, DateTimeOffset from, DateTimeOffset to)
    {
        long counted = 0;
        for (var day = FirstDay(hours, from); ; day = day.AddDays(1))
        {
            var shift = ShiftOf(hours, day);
            if (shift.Opens >= to)
            {
                return TimeSpan.FromTicks(counted);
            }

            var (begins, ends) = (shift.Opens > from ? shift.Opens : from, shift.Closes < to ? shift.Closes : to);
            counted += begins < ends ? shift.Working(begins, ends) : 0;
        }
    }

    /// <summary>The day before the moment's: a shift over midnight begins there.</summary>
    private static DateOnly FirstDay(BusinessHours hours, DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, hours.Zone).DateTime).AddDays(-1);

    private static Shift ShiftOf(BusinessHours hours, DateOnly day)
    {
        var opens = day.ToDateTime(TimeOnly.MinValue) + hours.DayStarts;
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return new Shift(MomentOf(opens, hours.Zone), MomentOf(opens + hours.Length, hours.Zone), weekend ? hours.WeekendFactor : 1);
    }

    private static DateTimeOffset MomentOf(DateTime reading, TimeZoneInfo zone) => new DateTimeOffset(reading, zone.GetUtcOffset(reading)).ToUniversalTime();
}
