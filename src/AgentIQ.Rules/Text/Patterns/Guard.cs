namespace AgentIQ.Rules.Text.Patterns;

/// <summary>Words that must not stand near a phrase.</summary>
/// <param name="Words">What must be absent.</param>
/// <param name="After">True: after the phrase; false: before it.</param>
/// <param name="Reach">How many words away is still near.</param>
internal sealed record Guard(WordSet Words, bool After, int Reach);
