namespace AgentIQ.Workflows.Scheduling;

/// <summary>Finds where to begin making up for missed runs when there are too many of them.</summary>
internal static class MissedOccurrences
{
    /// <summary>
    /// The earliest time in whole seconds after which at most so many runs are due by now; the last run's time when that many are not missed.
    /// It is searched by halving, so its cost does not follow the length of the outage.
    /// </summary>
    /// <param name="most">At most so many.</param>
    /// <param name="last">The time of the last run.</param>
    /// <param name="now">Business time.</param>
    /// <param name="next">The first run after a time.</param>
    public static DateTimeOffset Latest(int most, DateTimeOffset last, DateTimeOffset now, Func<DateTimeOffset, DateTimeOffset?> next)
    {
        if (!IsMoreThan(most, last, now, next))
        {
            return last;
        }

        var (tooMany, few) = (0L, (long)Math.Ceiling((now - last).TotalSeconds));
        while (few - tooMany > 1)
        {
            var middle = (tooMany + few) / 2;
            if (IsMoreThan(most, last.AddSeconds(middle), now, next))
            {
                tooMany = middle;
            }
            else
            {
                few = middle;
            }
        }

        return last.AddSeconds(few);
    }

    private static bool IsMoreThan(int most, DateTimeOffset after, DateTimeOffset now, Func<DateTimeOffset, DateTimeOffset?> next)
    {
        var count = 0;
        for (var time = next(after); time <= now; time = next(time.Value))
        {
            if (++count > most)
            {
                return true;
            }
        }

        return false;
    }
}
