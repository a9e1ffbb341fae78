namespace AgentIQ.Ingestion.Wildberries;

/// <summary>What is doubtful about a token, in plain words.</summary>
internal static class WildberriesTokenCheck
{
    private const string FeedbacksCategory = "Вопросы и отзывы";

    /// <summary>What a person should know before relying on <paramref name="token"/>; null when nothing.</summary>
    public static Reason? Doubt(string token, DateTimeOffset now) => WildberriesToken.TryRead(token) switch
    {
        null => Reason.Of(ReasonCodes.TokenMalformed),
        { ExpiresAt: { } expiresAt } when expiresAt <= now => Reason.Of(ReasonCodes.TokenExpired, ("date", expiresAt.ToString("yyyy-MM-dd"))),
        { Categories: not 0, HasFeedbacks: false } => Reason.Of(ReasonCodes.TokenWrongCategory, ("category", FeedbacksCategory)),
        { IsReadOnly: true } => Reason.Of(ReasonCodes.TokenReadOnly),
        _ => null,
    };

    /// <summary>
    /// Why Wildberries may have refused a call with <paramref name="token"/>; null when the token gives no reason.
    /// Wildberries decides, the token only explains: a call is never held back because of what it says.
    /// </summary>
    public static Reason? Explain(string token, HttpMethod method, DateTimeOffset now) =>
        Doubt(token, now) is { } doubt && (doubt.Code != ReasonCodes.TokenReadOnly || method != HttpMethod.Get) ? doubt : null;
}
