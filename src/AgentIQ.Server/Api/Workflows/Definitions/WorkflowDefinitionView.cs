using AgentIQ.Workflows;

namespace AgentIQ.Server.Api.Workflows.Definitions;

/// <summary>What the page around the editor shows of a definition.</summary>
public sealed record WorkflowDefinitionView
{
    /// <summary>The same for all versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Its name, or null.</summary>
    public required string? Name { get; init; }

    /// <summary>What it is for, or null.</summary>
    public required string? Description { get; init; }

    /// <summary>Whether this person may change it.</summary>
    public required bool CanEdit { get; init; }

    /// <summary>The version that is edited.</summary>
    public required WorkflowVersionView Latest { get; init; }

    /// <summary>The version that new instances run, or null.</summary>
    public required PublishedVersionView? Published { get; init; }

    /// <summary>Whether the latest version came with a release; saving it makes a copy of the seller's own.</summary>
    public required bool IsPlatform { get; init; }

    /// <summary>The number of the release's version that this copy was made from, or null.</summary>
    public required int? BaseVersion { get; init; }

    /// <summary>A newer version of the release than the base, or null.</summary>
    public required BaseVersionView? NewerBase { get; init; }

    /// <summary>Instances that can still go on, on any version.</summary>
    public required int RunningInstances { get; init; }

    /// <summary>Whether the latest version says something else than the published one, or nothing is published.</summary>
    public required bool HasDraftChanges { get; init; }
}

/// <summary>A version of a definition.</summary>
/// <param name="VersionId">Unique per version.</param>
/// <param name="Version">1-based.</param>
/// <param name="IsPublished">Whether new instances run it.</param>
/// <param name="UpdatedBy">Who last saved it; <c>release</c> for the platform's.</param>
/// <param name="UpdatedAt">When it was last saved.</param>
/// <param name="Note">What its author said of it, or null.</param>
public sealed record WorkflowVersionView(string VersionId, int Version, bool IsPublished, string UpdatedBy, DateTimeOffset UpdatedAt, string? Note)
{
    internal static WorkflowVersionView Of(DefinitionVersionSummary version) =>
        new(version.VersionId, version.Version, version.IsPublished, version.UpdatedBy, version.UpdatedAt, version.Note);
}

/// <summary>The version that new instances run.</summary>
/// <param name="VersionId">Unique per version.</param>
/// <param name="Version">1-based.</param>
/// <param name="PublishedAt">When it was published, or null where that is not known.</param>
/// <param name="By">Who saved what is published; <c>release</c> for the platform's.</param>
public sealed record PublishedVersionView(string VersionId, int Version, DateTimeOffset? PublishedAt, string By);

/// <summary>A version that came with a release.</summary>
/// <param name="VersionId">Unique per version.</param>
/// <param name="Version">1-based.</param>
public sealed record BaseVersionView(string VersionId, int Version);
