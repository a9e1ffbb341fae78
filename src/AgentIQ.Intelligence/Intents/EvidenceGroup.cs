namespace AgentIQ.Intelligence.Intents;

/// <summary>One group of the dictionary file <c>intents.ru.json</c>.</summary>
internal sealed record EvidenceGroup(
    string Id,
    string? Intent,
    string? Flag,
    string? Sentiment,
    int Weight,
    IReadOnlyList<string>? Channels,
    int? MaxRating,
    string? Unless,
    IReadOnlyList<string> Patterns)
{
    /// <summary>The channel of a question inside a review: who has the product asks how to use it where others ask what it is.</summary>
    public const string AskedInReview = "asked";

    public bool AppliesTo(string channel, int? rating) =>
        (Channels is null || Channels.Contains(channel, StringComparer.Ordinal)) && (MaxRating is null || rating is null || rating <= MaxRating);
}
