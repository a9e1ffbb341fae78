namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>A variable as the designer's picker writes it; the id counts.</summary>
internal sealed record VariableReference(string? Id, string? Name);
