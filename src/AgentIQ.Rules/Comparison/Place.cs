using System.Runtime.InteropServices;

namespace AgentIQ.Rules.Comparison;

/// <summary>Where a change is.</summary>
/// <param name="Table">The table, or null for the set itself.</param>
/// <param name="Row">The row's id, or null.</param>
/// <param name="Cell">The column's or output's name, or null.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(string? Table = null, string? Row = null, string? Cell = null);
