namespace AgentIQ.Ingestion;

/// <summary>The reasons that ingestion gives. Their texts are in <see cref="ReasonTexts"/>.</summary>
public static class ReasonCodes
{
    /// <summary>The secret is not of the marketplace's form.</summary>
    public const string TokenMalformed = "token_malformed";

    /// <summary>The secret's own date has passed. Arguments: date.</summary>
    public const string TokenExpired = "token_expired";

    /// <summary>The secret was made for other services. Arguments: category.</summary>
    public const string TokenWrongCategory = "token_wrong_category";

    /// <summary>The secret may read and not answer.</summary>
    public const string TokenReadOnly = "token_read_only";

    /// <summary>The marketplace refused the secret. Arguments: detail.</summary>
    public const string TokenRefused = "token_refused";

    /// <summary>The marketplace knows the secret and denies this service. Arguments: detail.</summary>
    public const string AccessDenied = "access_denied";

    /// <summary>The marketplace wants to be paid first. Arguments: detail.</summary>
    public const string PaymentRequired = "payment_required";

    /// <summary>Asked too often. Arguments: seconds.</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>The marketplace has a fault. Arguments: status, excerpt.</summary>
    public const string ServerError = "server_error";

    /// <summary>A page instead of data. Arguments: status, excerpt.</summary>
    public const string HtmlAnswer = "html_answer";

    /// <summary>Nothing in the body. Arguments: status.</summary>
    public const string EmptyAnswer = "empty_answer";

    /// <summary>A body that ends too early. Arguments: excerpt.</summary>
    public const string CutAnswer = "cut_answer";

    /// <summary>Whole JSON of another shape. Arguments: problem, excerpt.</summary>
    public const string WrongAnswer = "wrong_answer";

    /// <summary>No answer in time. Arguments: seconds.</summary>
    public const string NoAnswer = "no_answer";

    /// <summary>No connection. Arguments: detail.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The marketplace refused the input. Arguments: status, detail.</summary>
    public const string Refused = "refused";

    /// <summary>The marketplace does not know the address: the connector is out of date. Arguments: path.</summary>
    public const string PathUnknown = "path_unknown";

    /// <summary>The answer's length is outside the platform's limits. Arguments: length, min, max.</summary>
    public const string TextLength = "text_length";

    /// <summary>Calls are rare and a reply waits for the next one. Arguments: none.</summary>
    public const string ReplyFirst = "reply_first";

    /// <summary>A fault of ours; the log has it under the given id. Arguments: detail.</summary>
    public const string Internal = "internal";

    /// <summary>After sending, the marketplace shows no answer with the item.</summary>
    public const string AnswerMissing = "answer_missing";

    /// <summary>The marketplace has no item of that id.</summary>
    public const string ItemMissing = "item_missing";

    /// <summary>Somebody answered in the marketplace's own cabinet first.</summary>
    public const string AnsweredOutside = "answered_outside";

    /// <summary>The reply gate refused the text when it was about to be sent. Arguments: violations.</summary>
    public const string BlockedByGate = "blocked_by_gate";

    /// <summary>All attempts failed. Arguments: detail.</summary>
    public const string AttemptsExhausted = "attempts_exhausted";

    /// <summary>A trial run's reply, and no simulated marketplace to send it to.</summary>
    public const string SandboxUnavailable = "sandbox_unavailable";

    /// <summary>A trial run and a real interaction, or the other way round.</summary>
    public const string SandboxMismatch = "sandbox_mismatch";

    /// <summary>The marketplace's moderation refused the answer.</summary>
    public const string RejectedByModeration = "rejected_by_moderation";
}
