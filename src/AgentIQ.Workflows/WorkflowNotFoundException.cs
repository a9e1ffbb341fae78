namespace AgentIQ.Workflows;

/// <summary>There is no published version of a definition that the tenant can see.</summary>
/// <param name="definitionId">What was asked for.</param>
public sealed class WorkflowNotFoundException(string definitionId)
    : Exception($"Workflow definition '{definitionId}' has no published version. Publish one, or check the id.")
{
    /// <summary>What was asked for.</summary>
    public string DefinitionId { get; } = definitionId;
}
