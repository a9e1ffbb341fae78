namespace AgentIQ.Ingestion;

/// <summary>The platform's limits on the length of an answer, in characters, both inclusive.</summary>
/// <param name="HardMin">Shorter answers are refused.</param>
/// <param name="HardMax">Longer answers are refused.</param>
public sealed record TextLimits(int HardMin, int HardMax)
{
    /// <summary>True when a text of <paramref name="length"/> characters may be sent.</summary>
    public bool Allows(int length) => length >= HardMin && length <= HardMax;
}
