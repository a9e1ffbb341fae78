using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Domains;

/// <summary>The numbers that a field can be, as they are kept: enums by place, decimals in millionths, times in ticks.</summary>
internal static class NumberDomain
{
    /// <summary>The largest decimal that is kept, see <see cref="ScaledDecimal"/>.</summary>
    private const long LargestDecimal = 9_000_000_000_000_000_000;

    public static IntervalSet Of(FactField field, Produced? produced) => produced is not null ? produced.Numbers : field.Type switch
    {
        FactType.Bool => IntervalSet.Between(0, 1),
        FactType.Enum => IntervalSet.Between(0, field.Values.Count - 1),
        FactType.Instant => IntervalSet.Between(0, DateTimeOffset.MaxValue.Ticks),
        FactType.Int => IntervalSet.Between(Ceiling(field.Minimum), Floor(field.Maximum)),
        FactType.Decimal => IntervalSet.Between(Scaled(field.Minimum, -LargestDecimal), Scaled(field.Maximum, LargestDecimal)),
        _ => IntervalSet.Everything,
    };

    private static long Ceiling(decimal? minimum) => minimum is { } least && least > long.MinValue ? (long)decimal.Ceiling(least) : long.MinValue;

    private static long Floor(decimal? maximum) => maximum is { } greatest && greatest < long.MaxValue ? (long)decimal.Floor(greatest) : long.MaxValue;

    private static long Scaled(decimal? end, long otherwise) => end is { } given && ScaledDecimal.TryScale(given, out var scaled) ? scaled : otherwise;
}
