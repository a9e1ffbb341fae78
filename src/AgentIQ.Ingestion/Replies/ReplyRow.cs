using AgentIQ.Interactions;

namespace AgentIQ.Ingestion;

/// <summary>A row of <c>replies</c> as Dapper reads it.</summary>
internal sealed record ReplyRow(
    Guid Id, Guid InteractionId, Guid ChannelId, string ExternalId, string Text, string TextHash, string ApproverKind, Guid ApproverId, Guid DecisionId,
    string Status, int Attempts, bool IsUnproven, string? Failure, DateTimeOffset ApprovedAt, DateTimeOffset? SentAt, DateTimeOffset? PublishedAt, DateTimeOffset? RejectedAt)
{
    public const string Columns =
        "id, interaction_id, channel_id, external_id, text, text_hash, approver_kind, approver_id, decision_id, status, attempts, is_unproven, failure, approved_at, sent_at, published_at, rejected_at";

    public Reply ToReply() => new()
    {
        Id = Id,
        InteractionId = InteractionId,
        ChannelId = ChannelId,
        ExternalId = ExternalId,
        Text = Text,
        TextHash = TextHash,
        Approver = new ReplyApprover(EnumText<ReplyApproverKind>.Parse(ApproverKind), ApproverId),
        DecisionId = DecisionId,
        Status = EnumText<ReplyStatus>.Parse(Status),
        Attempts = Attempts,
        IsUnproven = IsUnproven,
        Failure = Reason.FromJson(Failure),
        ApprovedAt = ApprovedAt,
        SentAt = SentAt,
        PublishedAt = PublishedAt,
        RejectedAt = RejectedAt,
    };
}
