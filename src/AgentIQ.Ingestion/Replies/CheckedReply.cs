namespace AgentIQ.Ingestion;

/// <summary>
/// A reply that the reply gate passed: the proof that a sender takes. It cannot be built, copied with another
/// text or read from JSON; only <see cref="Pass"/> makes one, from the recorded decision about this very text, and the
/// row of a reply keeps it.
/// </summary>
public sealed class CheckedReply
{
    private CheckedReply(ReplyProposal proposal, Guid decisionId, string textHash)
    {
        InteractionId = proposal.InteractionId;
        Text = proposal.Text;
        TextHash = textHash;
        DecisionId = decisionId;
        Approver = proposal.Approver;
    }

    /// <summary>The interaction that it answers.</summary>
    public Guid InteractionId { get; }

    /// <summary>The text exactly as it was judged.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the text, lower-case hex.</summary>
    public string TextHash { get; }

    /// <summary>The guardrail decision in the decision log.</summary>
    public Guid DecisionId { get; }

    /// <summary>Who answers for it.</summary>
    public ReplyApprover Approver { get; }

    /// <summary>For implementations of <see cref="IReplyGate"/> alone: turns a clean verdict into the proof.</summary>
    /// <exception cref="InvalidOperationException">
    /// The verdict has violations, names no recorded decision or approver, or judged another text.
    /// </exception>
    public static CheckedReply Pass(ReplyProposal proposal, GateVerdict verdict)
    {
        if (verdict.Violations.Count > 0)
        {
            throw new InvalidOperationException(
                $"A reply with {verdict.Violations.Count} violation(s) cannot pass: {string.Join(", ", verdict.Violations.Select(v => v.Type))}.");
        }

        return Bind(proposal, verdict.DecisionId, verdict.TextHash);
    }

    /// <summary>The proof as it was kept with a reply that passed. The text must still be the one that was judged.</summary>
    internal static CheckedReply Restore(Reply reply) =>
        Bind(new ReplyProposal(reply.InteractionId, reply.Text, reply.Approver), reply.DecisionId, reply.TextHash);

    private static CheckedReply Bind(ReplyProposal proposal, Guid decisionId, string textHash)
    {
        if (decisionId == Guid.Empty || proposal.Approver.Id == Guid.Empty || proposal.InteractionId == Guid.Empty)
        {
            throw new InvalidOperationException("A reply passes only with a recorded decision, an approver and an interaction; one of the ids is empty.");
        }

        var hash = ReplyText.Hash(proposal.Text);
        return string.Equals(hash, textHash, StringComparison.Ordinal)
            ? new CheckedReply(proposal, decisionId, textHash)
            : throw new InvalidOperationException($"The decision {decisionId} judged another text: its hash is {textHash}, this text's is {hash}.");
    }
}
