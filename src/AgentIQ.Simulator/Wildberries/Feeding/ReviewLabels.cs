namespace AgentIQ.Simulator.Wildberries.Feeding;

/// <summary>How a person reads a review; made by hand and independent of any classifier.</summary>
/// <param name="Intent">What the customer wants: one of the fifteen intents.</param>
/// <param name="Flags">What escalates: <c>missing_parts</c>, <c>counterfeit_suspicion</c>, <c>health_safety</c>, <c>legal_threat</c>.</param>
/// <param name="Sentiment"><c>positive</c>, <c>neutral</c> or <c>negative</c>.</param>
public sealed record ReviewLabels(string Intent, IReadOnlyList<string> Flags, string Sentiment);
