namespace AgentIQ.Interactions;

/// <summary>What receiving an item changed.</summary>
public enum ReceiveResult
{
    /// <summary>Nothing: we knew all of it.</summary>
    Unchanged,

    /// <summary>A new interaction, or a new round of a closed one.</summary>
    Created,

    /// <summary>The customer edited the text or the rating of an open interaction.</summary>
    Edited,

    /// <summary>The marketplace shows another answer, or another state of it, than before.</summary>
    AnswerChanged,
}
