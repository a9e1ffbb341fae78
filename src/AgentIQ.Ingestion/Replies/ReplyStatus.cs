namespace AgentIQ.Ingestion;

/// <summary>Where one reply stands. The interaction's own reply state follows the latest of its replies.</summary>
public enum ReplyStatus
{
    /// <summary>Passed the reply gate; waits to be sent.</summary>
    Approved,

    /// <summary>Handed to the marketplace or about to be; whether it arrived is not known.</summary>
    Sending,

    /// <summary>The marketplace took it; not yet read back.</summary>
    Sent,

    /// <summary>Read back: the marketplace checks it.</summary>
    Moderation,

    /// <summary>Read back: customers see it.</summary>
    Published,

    /// <summary>Read back: the marketplace's moderation refused it.</summary>
    Rejected,

    /// <summary>It will not be sent: blocked, refused, superseded by an answer from outside, or out of attempts.</summary>
    Failed,
}
