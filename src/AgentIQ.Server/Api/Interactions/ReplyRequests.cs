namespace AgentIQ.Server.Api.Interactions;

/// <summary>A text that is only looked at.</summary>
/// <param name="Text">The reply as the customer would read it.</param>
public sealed record ReplyTextRequest(string Text);

/// <summary>A reply that is to be sent.</summary>
/// <param name="Text">The reply as the customer would read it.</param>
/// <param name="Revision">The revision of the interaction that the person saw.</param>
public sealed record SendReplyRequest(string Text, long Revision);

/// <summary>What the guardrails say of a text.</summary>
/// <param name="Valid">True when it may be sent.</param>
/// <param name="Violations">What blocks it.</param>
/// <param name="Warnings">What a person should look at.</param>
public sealed record ReplyCheckView(bool Valid, IReadOnlyList<ViolationView> Violations, IReadOnlyList<ViolationView> Warnings);
