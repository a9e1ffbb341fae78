namespace AgentIQ.Rules.Facts;

/// <summary>
/// Decimals as whole millionths, so that every number of a fact is one 64-bit integer and a comparison is exact.
/// </summary>
internal static class ScaledDecimal
{
    private const decimal Scale = 1_000_000m;

    public static bool TryScale(decimal value, out long scaled)
    {
        scaled = 0;
        if (value is < -9_000_000_000_000m or > 9_000_000_000_000m)
        {
            return false;
        }

        scaled = (long)decimal.Round(value * Scale, MidpointRounding.ToEven);
        return true;
    }

    public static decimal Unscale(long scaled) => scaled / Scale;
}
