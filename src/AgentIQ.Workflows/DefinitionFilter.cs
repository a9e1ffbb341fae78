namespace AgentIQ.Workflows;

/// <summary>Which versions a list shows.</summary>
public sealed record DefinitionFilter
{
    /// <summary>Which versions of each definition. Default: the latest.</summary>
    public VersionOptions Version { get; init; } = VersionOptions.Latest;

    /// <summary>Only these definitions. Null: all.</summary>
    public IReadOnlyList<string>? DefinitionIds { get; init; }

    /// <summary>Only these versions; deleted ones are then found too. Null: all.</summary>
    public IReadOnlyList<string>? VersionIds { get; init; }

    /// <summary>Part of the id, the definition's id, the name or the description, in any case. Null or empty: all.</summary>
    public string? SearchTerm { get; init; }

    /// <summary>Only those that are, or are not, part of the system. Null: both.</summary>
    public bool? IsSystem { get; init; }

    /// <summary>What to sort by. Default: the name.</summary>
    public DefinitionOrder OrderBy { get; init; }

    /// <summary>Whether the highest comes first. Default false.</summary>
    public bool Descending { get; init; }

    /// <summary>How many to skip. Default 0.</summary>
    public int Skip { get; init; }

    /// <summary>How many to give; null: all of them.</summary>
    public int? Take { get; init; }
}

/// <summary>What a list of definitions is sorted by.</summary>
public enum DefinitionOrder
{
    /// <summary>The name, then the version.</summary>
    Name,

    /// <summary>The version's number.</summary>
    Version,

    /// <summary>When the version was made.</summary>
    Created,
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The versions.</param>
/// <param name="TotalCount">How many there are on all pages.</param>
public sealed record DefinitionPage(IReadOnlyList<DefinitionVersionSummary> Items, int TotalCount);
