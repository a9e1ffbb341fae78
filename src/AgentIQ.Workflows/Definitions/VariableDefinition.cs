using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Definitions;

/// <summary>A declared variable.</summary>
/// <param name="Id">What definitions refer to.</param>
/// <param name="Name">What scripts refer to.</param>
/// <param name="Type">Values are converted to it.</param>
/// <param name="Default">The converted default; null where there is none or it does not fit, as in Elsa.</param>
/// <param name="IsStored">False: it reads as its default after a wait (no storage driver, or Memory).</param>
internal sealed record VariableDefinition(string Id, string Name, VariableType Type, object? Default, bool IsStored);
