using AgentIQ.Interactions;

namespace AgentIQ.Intelligence.Guardrails;

/// <summary>A reply to be checked, with what the guardrails need to know about its situation.</summary>
/// <param name="Text">The reply as the customer would read it.</param>
/// <param name="Channel"><c>review</c>, <c>question</c> or <c>chat</c>; anything else is judged by the rules of a review.</param>
/// <param name="CustomerText">Everything the customer wrote; empty when unknown, which is the strict reading.</param>
public sealed record ReplyCheckRequest(string Text, string Channel, string CustomerText)
{
    /// <summary>The intent of the customer's text; when null, it is classified from the text.</summary>
    public string? Intent { get; init; }

    /// <summary>The flags of the customer's text; when null, they are classified from the text.</summary>
    public IReadOnlyList<string>? Flags { get; init; }

    /// <summary>1 to 5, or null.</summary>
    public int? Rating { get; init; }

    /// <summary>When the check happens. <see cref="CheckMoment.Auto"/> is stricter.</summary>
    public CheckMoment Moment { get; init; } = CheckMoment.Send;

    /// <summary>The marketplace that publishes the reply, which decides about lengths. Wildberries by default.</summary>
    public string Marketplace { get; init; } = Marketplaces.Wildberries;

    /// <summary>How long ago the seller answered another interaction with the same text; null when never, or when nobody looked.</summary>
    public TimeSpan? SameReplyAge { get; init; }
}
