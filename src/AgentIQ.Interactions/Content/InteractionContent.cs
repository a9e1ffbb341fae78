using System.Security.Cryptography;
using System.Text;

namespace AgentIQ.Interactions;

/// <summary>
/// What the customer wrote, and the answer that the marketplace shows. Kept apart from the interaction so that
/// lists never read it. Text from a customer is data: it is shown and matched, never obeyed.
/// </summary>
public sealed record InteractionContent
{
    /// <summary>The main text; empty when there is none.</summary>
    public required string Text { get; init; }

    /// <summary>What the customer liked, as a field of its own; empty when there is none.</summary>
    public string Pros { get; init; } = "";

    /// <summary>What the customer disliked, as a field of its own; empty when there is none.</summary>
    public string Cons { get; init; } = "";

    /// <summary>The answer as the marketplace shows it; null when it shows none.</summary>
    public InboundAnswer? Answer { get; init; }

    /// <summary>The record as the marketplace sent it, verbatim.</summary>
    public required string Raw { get; init; }

    /// <summary>True when the customer wrote no word in any field.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Pros) && string.IsNullOrWhiteSpace(Cons);

    /// <summary>
    /// All the customer's words, one field a line, without labels: the first AgentIQ wrote «Минусы:» into the text
    /// and then took its own label for a complaint (domain 5.7).
    /// </summary>
    public string AllText => string.Join('\n', new[] { Text, Pros, Cons }.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>A fingerprint of what the customer said, to notice an edit. The answer is not part of it.</summary>
    public byte[] Hash(int? rating) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', rating?.ToString(), Text, Pros, Cons)));
}
