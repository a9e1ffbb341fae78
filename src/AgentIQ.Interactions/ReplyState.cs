namespace AgentIQ.Interactions;

/// <summary>Where the latest reply to an interaction stands.</summary>
public enum ReplyState
{
    /// <summary>Nobody has replied.</summary>
    None,

    /// <summary>Passed the reply gate and waits for its turn to be sent.</summary>
    Approved,

    /// <summary>On its way to the marketplace; not yet confirmed by reading it back.</summary>
    Sending,

    /// <summary>The marketplace has it and checks it.</summary>
    Moderation,

    /// <summary>The customer can read it.</summary>
    Published,

    /// <summary>The marketplace's moderation refused it; a person must write another.</summary>
    Rejected,

    /// <summary>Could not be sent after all attempts; a person must decide.</summary>
    Failed,

    /// <summary>Somebody answered in the marketplace's own cabinet.</summary>
    AnsweredOutside,
}
