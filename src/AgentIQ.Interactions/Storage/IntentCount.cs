namespace AgentIQ.Interactions;

/// <summary>How many open interactions share an intent and a priority.</summary>
/// <param name="Intent">The intent; null before it was classified.</param>
/// <param name="Priority">The priority, as it is spelled.</param>
/// <param name="Count">How many.</param>
public sealed record IntentCount(string? Intent, string Priority, long Count);
