namespace AgentIQ.Workflows.Definitions;

/// <summary>
/// The workflows that a definition may use as activities, as its tenant sees them. What a lookup gives for a version never changes:
/// instances stay on the versions that they were compiled with.
/// </summary>
internal interface IWorkflowActivities
{
    /// <summary>By the version's id; null when there is none, or it is not usable as an activity.</summary>
    WorkflowActivityVersion? Find(string versionId);

    /// <summary>By the definition's id and version number.</summary>
    WorkflowActivityVersion? Find(string definitionId, int version);

    /// <summary>By the activity type's name and version, which is the definition's.</summary>
    WorkflowActivityVersion? FindByType(string typeName, int version);
}
