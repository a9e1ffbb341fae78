namespace AgentIQ.Workflows.Scheduling.Cron;

/// <summary>
/// A zone's clocks, which skip an hour and repeat one. As in Cronos: what falls into the skipped hour is due at its end; in a repeated
/// hour fixed times are due once, the first time, and intervals both times.
/// </summary>
internal readonly struct WallClock(TimeZoneInfo zone)
{
    /// <summary>No zone is further than 14 hours from UTC, so around a reading this far the offsets are those before and after a change.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromHours(15);

    public DateTimeOffset? Next(CronExpression cron, DateTimeOffset after)
    {
        var reading = Reading(after);
        var repeated = cron.IsInterval ? FirstRepeated(cron, reading, after) : null;
        while (cron.Next(reading) is { } candidate)
        {
            var (first, second) = Moments(candidate);
            if (first <= after && cron.IsInterval)
            {
                first = second;
            }

            if (first > after)
            {
                return repeated < first ? repeated : first;
            }

            reading = candidate;
        }

        return repeated;
    }

    /// <summary>While the first of two equal hours runs, an interval's next run may be in the second, where the clock shows less again.</summary>
    private DateTimeOffset? FirstRepeated(CronExpression cron, DateTime reading, DateTimeOffset after)
    {
        var (first, second) = Moments(reading);
        if (first == second || after >= second)
        {
            return null;
        }

        var setBack = Reading(ChangeBetween(after, second));
        return cron.Next(setBack.AddSeconds(-1)) is { } candidate && Moments(candidate) is var (early, late) && early < late ? late : null;
    }

    /// <summary>When the clock shows this: once, twice, or (both the same) the end of the hour that is skipped.</summary>
    private (DateTimeOffset First, DateTimeOffset Second) Moments(DateTime reading)
    {
        var utc = new DateTimeOffset(reading, TimeSpan.Zero);
        var (before, later) = (zone.GetUtcOffset(utc - Around), zone.GetUtcOffset(utc + Around));
        var (first, second) = (new DateTimeOffset(reading, before), new DateTimeOffset(reading, later));
        var (isFirst, isSecond) = (zone.GetUtcOffset(first) == before, zone.GetUtcOffset(second) == later);
        if (!isFirst && !isSecond)
        {
            first = second = ChangeBetween(utc - Around, utc + Around);
        }
        else if (!isFirst || !isSecond)
        {
            first = second = isFirst ? first : second;
        }

        return (first.ToUniversalTime(), second.ToUniversalTime());
    }

    /// <summary>The second at which the clocks are changed.</summary>
    private DateTimeOffset ChangeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var (low, high) = (from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
        var before = zone.GetUtcOffset(from);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(middle)) == before)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return DateTimeOffset.FromUnixTimeSeconds(high);
    }

    private DateTime Reading(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;
}
