using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Sentences;

/// <summary>Numbers that count time: 1440 minutes are said as one day.</summary>
internal static class TimeUnit
{
    private static readonly Dictionary<string, long> Ticks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["s"] = TimeSpan.TicksPerSecond,
        ["sec"] = TimeSpan.TicksPerSecond,
        ["second"] = TimeSpan.TicksPerSecond,
        ["seconds"] = TimeSpan.TicksPerSecond,
        ["min"] = TimeSpan.TicksPerMinute,
        ["minute"] = TimeSpan.TicksPerMinute,
        ["minutes"] = TimeSpan.TicksPerMinute,
        ["h"] = TimeSpan.TicksPerHour,
        ["hour"] = TimeSpan.TicksPerHour,
        ["hours"] = TimeSpan.TicksPerHour,
        ["d"] = TimeSpan.TicksPerDay,
        ["day"] = TimeSpan.TicksPerDay,
        ["days"] = TimeSpan.TicksPerDay,
    };

    public static bool Counts(FactField field) => field.Unit is { } unit && Ticks.ContainsKey(unit.En);

    /// <summary>The length that a number of such a field means; null for other fields and for numbers that no length can hold.</summary>
    public static TimeSpan? Length(FactField field, decimal number)
    {
        if (field.Unit is not { } unit || !Ticks.TryGetValue(unit.En, out var ticks) || Math.Abs(number) > long.MaxValue / ticks)
        {
            return null;
        }

        return TimeSpan.FromTicks((long)(number * ticks));
    }
}
