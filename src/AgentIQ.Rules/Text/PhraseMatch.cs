using System.Runtime.InteropServices;

namespace AgentIQ.Rules.Text;

/// <summary>One match of one pattern of a <see cref="PhraseSet"/>.</summary>
/// <param name="Pattern">Index of the pattern in the set.</param>
/// <param name="FirstToken">Index of the first matched token.</param>
/// <param name="LastToken">Index of the last matched token.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PhraseMatch(int Pattern, int FirstToken, int LastToken);
