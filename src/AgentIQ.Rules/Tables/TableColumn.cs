using AgentIQ.Rules.Conditions;

namespace AgentIQ.Rules.Tables;

/// <summary>One column of a decision table.</summary>
/// <param name="Id">The key of its cells; the field's name unless given.</param>
/// <param name="Reference">The field that its cells ask about.</param>
/// <param name="Operator">What a cell asks unless it says otherwise.</param>
public sealed record TableColumn(string Id, FieldReference Reference, Operator Operator);
