namespace AgentIQ.Workflows;

/// <summary>A version of a definition without its text, as one tenant sees it.</summary>
public sealed record DefinitionVersionSummary
{
    /// <summary>Unique per version.</summary>
    public required string VersionId { get; init; }

    /// <summary>The same for all versions of a definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>1-based. Numbers are never used twice, also not after a version was deleted.</summary>
    public required int Version { get; init; }

    /// <summary>The definition's name.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>What the designer wrote as its own version.</summary>
    public string? ToolVersion { get; init; }

    /// <summary>Whether it is the version that is edited.</summary>
    public required bool IsLatest { get; init; }

    /// <summary>Whether new instances run it.</summary>
    public required bool IsPublished { get; init; }

    /// <summary>Whether the text says that it is part of the system.</summary>
    public required bool IsSystem { get; init; }

    /// <summary>Shipped with a release: a tenant cannot change it; saving makes the tenant's own copy.</summary>
    public required bool IsPlatform { get; init; }

    /// <summary>Deleted, and kept for the instances that ran on it: it is found by its id alone.</summary>
    public required bool IsDeleted { get; init; }

    /// <summary>Published or run at least once: its text never changes again.</summary>
    public required bool IsFrozen { get; init; }

    /// <summary>Counts the saves of a draft, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>Counts the changes of the whole definition, over all its versions: the last one that a reader of this version has seen. 0: none was counted.</summary>
    public required long Change { get; init; }

    /// <summary>When the version was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it; <c>release</c> for the platform's.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was last saved.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Who last saved it.</summary>
    public required string UpdatedBy { get; init; }

    /// <summary>When it was last published; null: never.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>What its author said of it.</summary>
    public string? Note { get; init; }

    /// <summary>The platform's version that this copy was made from; null for a definition of the tenant's own.</summary>
    public string? BaseVersionId { get; init; }

    /// <summary>A release brought a newer version than the base: this one. Null: the base is the newest.</summary>
    public string? NewerBaseVersionId { get; init; }
}
