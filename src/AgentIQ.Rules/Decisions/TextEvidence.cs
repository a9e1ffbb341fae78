namespace AgentIQ.Rules.Decisions;

/// <summary>A place in a text that made a row apply.</summary>
/// <param name="Field">The text's field.</param>
/// <param name="Phrase">The words as they stand in the raw text.</param>
/// <param name="Start">Where they start in the raw text, in UTF-16 units.</param>
/// <param name="Length">How long they are.</param>
public sealed record TextEvidence(string Field, string Phrase, int Start, int Length);
