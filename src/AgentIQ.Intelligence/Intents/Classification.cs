namespace AgentIQ.Intelligence.Intents;

/// <summary>What a customer's text is about.</summary>
/// <param name="Intent">One of <see cref="IntentNames.All"/>.</param>
/// <param name="Flags">Some of <see cref="FlagNames.All"/>, in that order.</param>
/// <param name="Sentiment"><c>positive</c>, <c>neutral</c> or <c>negative</c>.</param>
/// <param name="Evidence">The phrases that speak for the intent and the flags; empty when only the rating spoke.</param>
public sealed record Classification(string Intent, IReadOnlyList<string> Flags, string Sentiment, IReadOnlyList<Evidence> Evidence);
