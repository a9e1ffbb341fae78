using AgentIQ.Rules.Facts;

namespace AgentIQ.Ingestion;

/// <summary>What the reply gate decided.</summary>
/// <param name="Warnings">What a person should look at; it blocks nothing.</param>
public abstract record ReplyGateResult(IReadOnlyList<ReplyViolation> Warnings)
{
    /// <summary>The reply may go out.</summary>
    /// <param name="Reply">The proof that a sender takes.</param>
    /// <param name="Warnings">What a person should look at.</param>
    public sealed record Passed(CheckedReply Reply, IReadOnlyList<ReplyViolation> Warnings) : ReplyGateResult(Warnings);

    /// <summary>The reply may not go out.</summary>
    /// <param name="Violations">Why; at least one.</param>
    /// <param name="Warnings">What else a person should look at.</param>
    public sealed record Blocked(IReadOnlyList<ReplyViolation> Violations, IReadOnlyList<ReplyViolation> Warnings) : ReplyGateResult(Warnings);
}

/// <summary>One thing that is wrong with a reply.</summary>
/// <param name="Type">The guardrail's name, as <c>contacts</c>.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="Phrase">The words that caused it, as they stand in the text; empty when the whole text did.</param>
/// <param name="Start">Where they start in the text, in UTF-16 units.</param>
/// <param name="Length">How long they are, in UTF-16 units.</param>
/// <param name="Message">What to do instead, in both languages.</param>
public sealed record ReplyViolation(string Type, string Severity, string Phrase, int Start, int Length, LocalizedText Message);
