namespace AgentIQ.Ingestion;

/// <summary>The recorded guardrail decision on which a <see cref="CheckedReply"/> rests.</summary>
/// <param name="DecisionId">The decision's id in the decision log.</param>
/// <param name="TextHash">SHA-256 of the text that was judged: see <see cref="ReplyText.Hash"/>.</param>
/// <param name="Violations">Blocking violations that it found; a reply passes only when there are none.</param>
public sealed record GateVerdict(Guid DecisionId, string TextHash, IReadOnlyList<ReplyViolation> Violations);
