namespace AgentIQ.Orchestration.Clocks;

/// <summary>
/// One stretch in which time counts. Working time is rounded down to a tick and wall time up, so that what was added is measured again to
/// the tick whenever the factor is 1 or more.
/// </summary>
/// <param name="Opens">When it begins.</param>
/// <param name="Closes">When it ends.</param>
/// <param name="Factor">How much longer everything takes in it.</param>
internal readonly record struct Shift(DateTimeOffset Opens, DateTimeOffset Closes, decimal Factor)
{
    /// <summary>What counts between two moments of the shift.</summary>
    public long Working(DateTimeOffset from, DateTimeOffset to) => (long)decimal.Floor((to - from).Ticks / Factor);

    /// <summary>How long an amount of working time takes here.</summary>
    public TimeSpan Wall(long working) => TimeSpan.FromTicks((long)decimal.Ceiling(working * Factor));
}
