namespace AgentIQ.Intelligence.Templates;

/// <summary>A text for replies to one kind of interaction.</summary>
/// <param name="Id">Stable name: of the platform's template, or of the seller's own.</param>
/// <param name="Text">The text; <c>{greeting}</c> becomes «Ирина, здравствуйте!» or «Здравствуйте!».</param>
/// <param name="Channels"><c>review</c>, <c>question</c>, <c>chat</c>: where it may be used.</param>
public sealed record ReplyTemplate(string Id, string Text, IReadOnlyList<string> Channels)
{
    /// <summary>The place of the greeting.</summary>
    public const string Greeting = "{greeting}";

    /// <summary>The intent that it answers; null for a template of a flag.</summary>
    public string? Intent { get; init; }

    /// <summary>The flag that it answers; such a template goes before those of the intent.</summary>
    public string? Flag { get; init; }

    /// <summary>The lowest rating that it suits, or null.</summary>
    public int? MinRating { get; init; }

    /// <summary>The highest rating that it suits, or null.</summary>
    public int? MaxRating { get; init; }

    /// <summary>It speaks of a return: preferred where the guardrails allow that, never used where they do not.</summary>
    public bool Returns { get; init; }

    /// <summary>Whether it suits an interaction, its flags and intent aside.</summary>
    public bool Suits(string channel, int? rating) =>
        Channels.Contains(channel, StringComparer.Ordinal) && (rating is null || ((MinRating ?? 1) <= rating && rating <= (MaxRating ?? 5)));

    /// <summary>The text for one customer.</summary>
    /// <param name="firstName">The name for the greeting, or null.</param>
    public string Render(string? firstName) =>
        Text.Replace(Greeting, firstName is null ? "Здравствуйте!" : $"{firstName}, здравствуйте!", StringComparison.Ordinal);
}
