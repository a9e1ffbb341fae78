using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Domains;

/// <summary>Chooses the number of a range that reads best in an example: near zero, and round.</summary>
internal static class PlainNumber
{
    private static readonly long[] Decimals = [1_000_000, 100_000, 10_000, 1_000, 100, 10];
    private static readonly long[] Times = [TimeSpan.TicksPerDay, TimeSpan.TicksPerHour, TimeSpan.TicksPerMinute, TimeSpan.TicksPerSecond];

    /// <summary>The moment of an example when any would do.</summary>
    private static readonly long SomeMoment = new DateTimeOffset(2030, 1, 15, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    public static long Of(FactType type, long from, long to) => type switch
    {
        FactType.Bool or FactType.Enum => from,
        FactType.Decimal => Choose(from, to, 0, Decimals),
        FactType.Duration => Choose(from, to, 0, Times),
        FactType.Instant => Choose(from, to, SomeMoment, Times),
        _ => Choose(from, to, 0, []),
    };

    private static long Choose(long from, long to, long wanted, long[] steps)
    {
        if (from <= wanted && wanted <= to)
        {
            return wanted;
        }

        var end = wanted < from ? from : to;
        foreach (var step in steps)
        {
            // Rounded down, also below zero; 128 bits because one step past the end of a range may not fit into 64.
            var rest = (((Int128)end % step) + step) % step;
            var below = end - rest;
            var round = below < from ? below + step : below;
            if (from <= round && round <= to)
            {
                return (long)round;
            }
        }

        return end;
    }
}
