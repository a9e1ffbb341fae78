namespace AgentIQ.Workflows.Activities;

/// <summary>The workflow that an activity type stands for; the designer copies it onto every activity that is dropped on a canvas.</summary>
/// <param name="DefinitionId">The stable id over all versions.</param>
/// <param name="VersionId">This version's id.</param>
/// <param name="Version">This version's number.</param>
public sealed record WorkflowReference(string DefinitionId, string VersionId, int Version);
