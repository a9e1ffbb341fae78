namespace AgentIQ.Workflows;

/// <summary>A version with its text.</summary>
/// <param name="Summary">What the server knows of it.</param>
/// <param name="Body">The definition's JSON exactly as it was saved. <see cref="IWorkflowDefinitionQueries"/> makes from it what designers and files get.</param>
public sealed record DefinitionVersion(DefinitionVersionSummary Summary, string Body);
