namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>What a second POST of an answer to the same feedback does; the vendor does not say. An answer that moderation refused may be posted anew in every case.</summary>
public enum RepeatedAnswer
{
    /// <summary>204, and the first answer stays.</summary>
    Ignored,

    /// <summary>204, and the new answer takes the place of the first.</summary>
    Replaces,

    /// <summary>400 in the envelope of the answer method.</summary>
    Refused,
}
