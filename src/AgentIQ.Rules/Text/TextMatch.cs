using System.Runtime.InteropServices;

namespace AgentIQ.Rules.Text;

/// <summary>Where a pattern was found, as a range of the raw text.</summary>
/// <param name="Start">Index of the first character in the raw text.</param>
/// <param name="Length">Length in characters of the raw text.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextMatch(int Start, int Length);
