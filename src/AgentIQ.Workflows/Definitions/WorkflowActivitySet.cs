namespace AgentIQ.Workflows.Definitions;

/// <summary>Workflows usable as activities, all in memory. Of two that answer to one name the earlier one counts.</summary>
internal sealed class WorkflowActivitySet(IEnumerable<WorkflowActivityVersion> versions) : IWorkflowActivities
{
    private readonly List<WorkflowActivityVersion> _versions = [.. versions];

    public static WorkflowActivitySet Empty { get; } = new([]);

    /// <summary>Of definition texts; those that are not usable as activities are left out.</summary>
    public static WorkflowActivitySet Of(IEnumerable<string> definitions) =>
        new(definitions.Select(d => WorkflowActivityVersion.Read(d)).OfType<WorkflowActivityVersion>());

    public WorkflowActivityVersion? Find(string versionId) => _versions.Find(v => v.VersionId == versionId);

    public WorkflowActivityVersion? Find(string definitionId, int version) => _versions.Find(v => v.DefinitionId == definitionId && v.Version == version);

    public WorkflowActivityVersion? FindByType(string typeName, int version) => _versions.Find(v => v.TypeName == typeName && v.Version == version);
}
