namespace AgentIQ.Workflows.Scheduling.Cron;

/// <summary>Which days of a month an expression names.</summary>
/// <param name="Days">Bits 1 to 31.</param>
/// <param name="FromEnd">L, or L-3: that many days before the month's last one. Null: counted from its beginning.</param>
/// <param name="IsNearestWeekday">W: moved to the nearest day from Monday to Friday in the same month.</param>
internal readonly record struct CronDays(ulong Days, int? FromEnd = null, bool IsNearestWeekday = false)
{
    public bool Includes(DateOnly date)
    {
        if (FromEnd is null && !IsNearestWeekday)
        {
            return (Days >> date.Day & 1) == 1;
        }

        var last = DateTime.DaysInMonth(date.Year, date.Month);
        var day = FromEnd is { } before ? last - before : System.Numerics.BitOperations.TrailingZeroCount(Days);
        return day >= 1 && day <= last && date.Day == (IsNearestWeekday ? Nearest(new DateOnly(date.Year, date.Month, day), last) : day);
    }

    private static int Nearest(DateOnly day, int last) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.Day > 1 ? day.Day - 1 : day.Day + 2,
        DayOfWeek.Sunday => day.Day < last ? day.Day + 1 : day.Day - 2,
        _ => day.Day,
    };
}

/// <summary>Which weekdays an expression names.</summary>
/// <param name="Days">Bits 0 (Sunday) to 6.</param>
/// <param name="Nth">5#2: only the second Friday of the month. Null: every one.</param>
/// <param name="IsLast">5L: only the last Friday of the month.</param>
internal readonly record struct CronWeekdays(ulong Days, int? Nth = null, bool IsLast = false)
{
    public bool Includes(DateOnly date) =>
        (Days >> (int)date.DayOfWeek & 1) == 1
        && (Nth is null || (date.Day + 6) / 7 == Nth)
        && (!IsLast || date.Day + 7 > DateTime.DaysInMonth(date.Year, date.Month));
}
