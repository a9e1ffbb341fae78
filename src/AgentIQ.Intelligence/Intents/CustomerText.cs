namespace AgentIQ.Intelligence.Intents;

/// <summary>What a customer wrote, with what the channel tells about it.</summary>
/// <param name="Text">The text; may hold the lines «Плюсы: …» and «Минусы: …».</param>
/// <param name="Channel"><c>review</c>, <c>question</c> or <c>chat</c>; anything else is treated as a review.</param>
/// <param name="Rating">1 to 5, or null when the channel has none.</param>
/// <param name="Pros">Advantages in a field of their own.</param>
/// <param name="Cons">Disadvantages in a field of their own.</param>
public sealed record CustomerText(string Text, string Channel, int? Rating = null, string? Pros = null, string? Cons = null);
