using System.Runtime.InteropServices;

namespace AgentIQ.Rules.Text;

/// <summary>One word, number or symbol of a <see cref="RussianText"/>, with its place in the raw text.</summary>
/// <param name="Start">Index of the first character in the raw text.</param>
/// <param name="Length">Length in the raw text, invisible characters inside the word included.</param>
/// <param name="FormStart">Index of the normal form in the text's form buffer.</param>
/// <param name="FormLength">Length of the normal form.</param>
/// <param name="Sentence">Ordinal of the sentence; phrases never reach over its end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextToken(int Start, int Length, int FormStart, int FormLength, int Sentence);
