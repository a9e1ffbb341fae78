namespace AgentIQ.Ingestion;

/// <summary>A marketplace's token bucket.</summary>
/// <param name="Interval">One call becomes free after each interval.</param>
/// <param name="Burst">Calls that may be made at once after a rest; at least 1.</param>
public sealed record PaceProfile(TimeSpan Interval, int Burst)
{
    /// <summary>How far ahead of an even pace a burst may run.</summary>
    internal TimeSpan Tolerance => Interval * (Burst - 1);
}
