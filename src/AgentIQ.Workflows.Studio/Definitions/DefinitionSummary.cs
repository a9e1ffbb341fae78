using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>A version in a list.</summary>
internal sealed record DefinitionSummary
{
    /// <summary>Null where nothing is done from.</summary>
    public IReadOnlyList<Link>? Links { get; init; }

    /// <summary>Whether the designer can show it; null as <see cref="Links"/> is.</summary>
    public bool? IsMaterializerAvailable { get; init; }

    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public required int Version { get; init; }

    public string? ToolVersion { get; init; }

    public required bool IsLatest { get; init; }

    public required bool IsPublished { get; init; }

    public string MaterializerName { get; } = "Json";

    public required DateTimeOffset CreatedAt { get; init; }

    public required bool IsReadonly { get; init; }

    /// <summary>Without links.</summary>
    public static DefinitionSummary Of(DefinitionVersionSummary version) => new()
    {
        Id = version.VersionId,
        DefinitionId = version.DefinitionId,
        Name = version.Name,
        Description = version.Description,
        Version = version.Version,
        ToolVersion = version.ToolVersion,
        IsLatest = version.IsLatest,
        IsPublished = version.IsPublished,
        CreatedAt = version.CreatedAt,
        IsReadonly = version.IsDeleted,
    };

    /// <summary>With what the caller may do.</summary>
    public static DefinitionSummary Of(StudioCaller caller, DefinitionVersionSummary version) =>
        Of(version) with { Links = DefinitionLinks.Of(caller, version), IsMaterializerAvailable = true };
}
