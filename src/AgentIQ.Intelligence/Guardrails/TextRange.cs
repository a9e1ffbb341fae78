using System.Runtime.InteropServices;

namespace AgentIQ.Intelligence.Guardrails;

/// <summary>How long a reply may be, in characters after trimming.</summary>
/// <param name="Min">The shortest that is taken.</param>
/// <param name="Max">The longest that is taken.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextRange(int Min, int Max);
