namespace AgentIQ.Ingestion;

/// <summary>A reply that somebody wants to send.</summary>
/// <param name="InteractionId">The interaction that it answers.</param>
/// <param name="Text">The text exactly as the customer would read it.</param>
/// <param name="Approver">Who answers for it.</param>
public sealed record ReplyProposal(Guid InteractionId, string Text, ReplyApprover Approver);

/// <summary>Who answers for a reply.</summary>
/// <param name="Kind">A person or a policy.</param>
/// <param name="Id">The user's id, or the id of the auto-action decision.</param>
public sealed record ReplyApprover(ReplyApproverKind Kind, Guid Id);

/// <summary>The kinds of approver.</summary>
public enum ReplyApproverKind
{
    /// <summary>A person of the seller's team pressed send.</summary>
    Person,

    /// <summary>The auto-action policy allowed it.</summary>
    AutoAction,
}
