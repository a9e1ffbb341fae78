namespace AgentIQ.Workflows.Definitions.Text;

/// <summary>What the server says of a version, whatever its text says.</summary>
internal sealed record DefinitionEnvelope(
    string VersionId, string DefinitionId, int Version, DateTimeOffset CreatedAt, bool IsLatest, bool IsPublished, bool IsReadonly);
