using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Drafts;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Interactions;
using Language = AgentIQ.Server.Problems.Language;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>Drafts, replies and what is wrong with them, as a page shows them.</summary>
internal static class ReplyViews
{
    public static DraftView Of(Draft draft, Language language) => new(
        draft.Id,
        draft.Text,
        draft.Source,
        draft.TemplateId,
        [.. draft.Violations.Select(finding => Of(finding, language))],
        [.. draft.Warnings.Select(finding => Of(finding, language))],
        draft.CreatedAt);

    public static ViolationView Of(GuardrailFinding finding, Language language) => new(
        finding.Type, finding.Severity, finding.Phrase, finding.Start, finding.Length, language == Language.Ru ? finding.Message : finding.MessageEn);

    public static ViolationView Of(ReplyViolation violation, Language language) => new(
        violation.Type, violation.Severity, violation.Phrase, violation.Start, violation.Length,
        language == Language.Ru ? violation.Message.Ru : violation.Message.En);

    /// <summary>Our latest reply; without one, the answer that the marketplace shows.</summary>
    public static ReplyView? Of(Reply? reply, InboundAnswer? seen, IReadOnlyDictionary<Guid, PersonView> people, Language language)
    {
        if (reply is null)
        {
            return seen is null ? null : new ReplyView(null, seen.Text, ReplyState.AnsweredOutside, null, null, null, null, null);
        }

        var author = reply.Approver.Kind == ReplyApproverKind.Person ? people.GetValueOrDefault(reply.Approver.Id) : null;
        var failure = reply.Failure?.Text(language == Language.Ru ? Ingestion.Language.Russian : Ingestion.Language.English);
        return new ReplyView(reply.Id, reply.Text, StateOf(reply.Status), author, reply.SentAt, reply.PublishedAt, reply.RejectedAt, failure);
    }

    private static ReplyState StateOf(ReplyStatus status) => status switch
    {
        ReplyStatus.Approved => ReplyState.Approved,
        ReplyStatus.Sending or ReplyStatus.Sent => ReplyState.Sending,
        ReplyStatus.Moderation => ReplyState.Moderation,
        ReplyStatus.Published => ReplyState.Published,
        ReplyStatus.Rejected => ReplyState.Rejected,
        ReplyStatus.Failed => ReplyState.Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "This status of a reply has no word on the page."),
    };
}
