namespace AgentIQ.Ingestion;

/// <summary>How sending ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Reason">Why not, when it was refused.</param>
public sealed record ReplySendResult(ReplySendOutcome Outcome, Reason? Reason = null);

/// <summary>The ways in which sending ends.</summary>
public enum ReplySendOutcome
{
    /// <summary>The marketplace has it: it took it now, or was found to have it.</summary>
    Sent,

    /// <summary>Somebody answered in the marketplace's cabinet; nothing was sent.</summary>
    AnsweredOutside,

    /// <summary>The marketplace will never take it.</summary>
    Refused,
}
