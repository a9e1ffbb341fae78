using AgentIQ.Ingestion;
using AgentIQ.Interactions;

namespace AgentIQ.Intelligence.Replies;

/// <summary>What became of a <see cref="ReplyRequest"/>.</summary>
public abstract record ReplySubmission
{
    private ReplySubmission()
    {
    }

    /// <summary>It passed the gate, and the workflow was told.</summary>
    /// <param name="Interaction">The interaction as it now is.</param>
    /// <param name="ReplyId">The reply.</param>
    public sealed record Approved(Interaction Interaction, Guid ReplyId) : ReplySubmission;

    /// <summary>The gate refused it; the decision is recorded.</summary>
    /// <param name="Violations">Why; at least one.</param>
    /// <param name="Warnings">What else a person should look at.</param>
    public sealed record Blocked(IReadOnlyList<ReplyViolation> Violations, IReadOnlyList<ReplyViolation> Warnings) : ReplySubmission;

    /// <summary>The customer or the marketplace changed something after the person looked.</summary>
    public sealed record Stale : ReplySubmission;

    /// <summary>Another reply is on its way.</summary>
    public sealed record OnItsWay : ReplySubmission;

    /// <summary>The interaction is resolved or closed.</summary>
    public sealed record NotOpen : ReplySubmission;
}
