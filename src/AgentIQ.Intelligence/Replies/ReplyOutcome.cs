namespace AgentIQ.Intelligence.Replies;

/// <summary>How a reply relates to the draft that was proposed (domain 8.1); every approved reply has exactly one.</summary>
public static class ReplyOutcome
{
    /// <summary>Sent as proposed; case and white space do not count.</summary>
    public const string DraftAccepted = "draft_accepted";

    /// <summary>There was a draft, and the reply differs.</summary>
    public const string DraftEdited = "draft_edited";

    /// <summary>There was no draft.</summary>
    public const string ReplyManual = "reply_manual";

    /// <summary>Compares a reply with the draft that was proposed, or null when there was none.</summary>
    public static string Of(string? draft, string reply) =>
        string.IsNullOrWhiteSpace(draft) ? ReplyManual : Fold(draft) == Fold(reply) ? DraftAccepted : DraftEdited;

    private static string Fold(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
