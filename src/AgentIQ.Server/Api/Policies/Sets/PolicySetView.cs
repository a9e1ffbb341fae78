using AgentIQ.Server.Api.Policies.Versions;

namespace AgentIQ.Server.Api.Policies.Sets;

/// <summary>A set as its editor opens it.</summary>
public sealed record PolicySetView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Whether this person may save and publish.</summary>
    public required bool CanManage { get; init; }

    /// <summary>The version in force.</summary>
    public required PolicyVersionView Active { get; init; }

    /// <summary>The newest version of the seller, or the platform's when there is none.</summary>
    public required PolicyVersionView Newest { get; init; }

    /// <summary>All versions, newest first: the seller's, then the platform's.</summary>
    public required IReadOnlyList<PolicyVersionView> Versions { get; init; }

    /// <summary>What the set decides.</summary>
    public required IReadOnlyList<PolicyOutputView> Outputs { get; init; }

    /// <summary>The text to edit: the seller's newest draft when it is newer than what is in force, else what is in force.</summary>
    public required string Document { get; init; }

    /// <summary>Which version <see cref="Document"/> is.</summary>
    public required string DocumentVersion { get; init; }

    /// <summary>Tables that belong to the platform and may not be changed.</summary>
    public required IReadOnlyList<string> LockedTables { get; init; }
}
