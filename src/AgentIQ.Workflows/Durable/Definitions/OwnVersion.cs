namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>What a write needs to know of a tenant's own version.</summary>
internal sealed class OwnVersion
{
    public required string VersionId { get; init; }

    public required string DefinitionId { get; init; }

    public required int Version { get; init; }

    public required bool IsPublished { get; init; }

    public required bool IsFrozen { get; init; }

    public required string Hash { get; init; }

    public required string Body { get; init; }

    public string? BaseVersionId { get; init; }

    public string? Note { get; init; }
}
