namespace AgentIQ.Workflows;

/// <summary>The last change that one person made to a definition.</summary>
/// <param name="Author">Who.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="Kind">What it was.</param>
public sealed record DefinitionEdit(string Author, DateTimeOffset ChangedAt, DefinitionEditKind Kind);

/// <summary>What a person did to a definition's latest version.</summary>
public enum DefinitionEditKind
{
    /// <summary>Saved another text.</summary>
    Saved,

    /// <summary>Went back to an earlier version.</summary>
    Reverted,

    /// <summary>Deleted it.</summary>
    Deleted,
}
