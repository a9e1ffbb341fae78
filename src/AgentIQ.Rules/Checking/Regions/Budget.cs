namespace AgentIQ.Rules.Checking.Regions;

/// <summary>
/// How much work a proof may cost, counted in comparisons and not in time, so that a check says the same on every machine.
/// </summary>
/// <param name="whole">The budget that this one is a part of; null for the whole.</param>
/// <param name="units">How much it is.</param>
internal sealed class Budget(Budget? whole, long units)
{
    private long _left = units;

    public bool IsSpent => _left <= 0 || whole is { IsSpent: true };

    /// <summary>Takes some of it. False when there was not enough.</summary>
    public bool Spend(long amount)
    {
        _left -= amount;
        return _left > 0 && (whole?.Spend(amount) ?? true);
    }

    /// <summary>A part of what is left.</summary>
    public Budget Part(long amount) => new(this, amount);
}
