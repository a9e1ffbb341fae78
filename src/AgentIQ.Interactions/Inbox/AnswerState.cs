namespace AgentIQ.Interactions;

/// <summary>Moderation of an answer at the marketplace.</summary>
public enum AnswerState
{
    /// <summary>Being checked; the customer does not see it yet.</summary>
    Moderation,

    /// <summary>Shown to everybody.</summary>
    Published,

    /// <summary>Refused; the item still needs an answer.</summary>
    Rejected,
}
