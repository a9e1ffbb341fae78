using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Conditions;

/// <summary>The field that a condition asks about.</summary>
/// <param name="Source">A fact, or an output of an earlier table.</param>
/// <param name="Slot">Its place in the catalogue of that source.</param>
/// <param name="Field">Its declaration.</param>
public sealed record FieldReference(ValueSource Source, int Slot, FactField Field);
