using AgentIQ.Ingestion;

namespace AgentIQ.Intelligence.Replies;

/// <summary>A reply that somebody wants to give.</summary>
/// <param name="InteractionId">The interaction.</param>
/// <param name="Text">The text as the customer would read it.</param>
/// <param name="Approver">Who answers for it.</param>
public sealed record ReplyRequest(Guid InteractionId, string Text, ReplyApprover Approver)
{
    /// <summary>The revision that the person saw; null when nobody looked at a screen.</summary>
    public long? SeenRevision { get; init; }
}
