using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Tables;

/// <summary>One output of a set.</summary>
/// <param name="Slot">Its place among the outputs.</param>
/// <param name="Field">Its declaration.</param>
/// <param name="Merge">
/// How rows of a collecting table, and several tables, are merged. None: the first row of a table, and a later table
/// replaces what an earlier one put out.
/// </param>
public sealed record OutputField(int Slot, FactField Field, Merge? Merge);
