using System.Globalization;
using AgentIQ.Workflows.Scheduling.Cron;

namespace AgentIQ.Workflows.Scheduling;

/// <summary>Which rule a schedule follows.</summary>
internal enum ScheduleKind
{
    /// <summary>Every so often, counted from when it was published.</summary>
    Interval,

    /// <summary>By a cron expression.</summary>
    Cron,

    /// <summary>Once.</summary>
    Once,
}

/// <summary>When something is due, as text: it is compared with what was published before, and kept in a row.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Expression">A time span, a cron expression, or a time.</param>
internal sealed record Schedule(ScheduleKind Kind, string Expression)
{
    /// <summary>A shorter interval would be a loop.</summary>
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    /// <exception cref="FormatException">Not longer than <see cref="ShortestInterval"/>.</exception>
    public static Schedule Every(TimeSpan interval) => interval >= ShortestInterval
        ? new Schedule(ScheduleKind.Interval, interval.ToString("c", CultureInfo.InvariantCulture))
        : throw new FormatException($"Expected an interval of at least {ShortestInterval:c}, got {interval:c}.");

    /// <exception cref="FormatException">It is no cron expression, or names a time that never comes.</exception>
    public static Schedule By(string? cron)
    {
        try
        {
            var expression = CronExpression.Parse(cron ?? string.Empty);
            return expression.Next(DateTime.UnixEpoch) is not null
                ? new Schedule(ScheduleKind.Cron, cron!.Trim())
                : throw new FormatException($"Cron expression '{cron}' names a time that never comes, such as the 30th of February.");
        }
        catch (CronFormatException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    public static Schedule At(DateTimeOffset time) => new(ScheduleKind.Once, time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Gives the first time after any that it is asked for, null when there is none; the rule is read once.</summary>
    /// <param name="anchor">What intervals are counted from.</param>
    /// <param name="zone">Whose clocks a cron expression means.</param>
    public Func<DateTimeOffset, DateTimeOffset?> Following(DateTimeOffset anchor, TimeZoneInfo zone)
    {
        switch (Kind)
        {
            case ScheduleKind.Interval:
                var interval = TimeSpan.Parse(Expression, CultureInfo.InvariantCulture);
                return after => after < anchor ? anchor + interval : anchor + (interval * (((after - anchor).Ticks / interval.Ticks) + 1));
            case ScheduleKind.Cron:
                var cron = CronExpression.Parse(Expression);
                return after => cron.Next(after, zone);
            default:
                var time = DateTimeOffset.Parse(Expression, CultureInfo.InvariantCulture);
                return after => time > after ? time : null;
        }
    }
}
