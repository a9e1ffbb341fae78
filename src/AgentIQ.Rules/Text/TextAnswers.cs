namespace AgentIQ.Rules.Text;

/// <summary>What one <see cref="TextProbe"/> found in one text.</summary>
/// <param name="Probe">The probe that asked.</param>
/// <param name="Truths">The answer to each question.</param>
/// <param name="Matches">Every place of every phrase.</param>
internal sealed record TextAnswers(TextProbe Probe, bool[] Truths, IReadOnlyList<PhraseMatch> Matches);
