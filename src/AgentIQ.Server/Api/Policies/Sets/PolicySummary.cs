using AgentIQ.Server.Api.Policies.Versions;

namespace AgentIQ.Server.Api.Policies.Sets;

/// <summary>One set in the list of policies.</summary>
public sealed record PolicySummary
{
    /// <summary>Its name, such as <c>sla</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>What it decides.</summary>
    public required string Description { get; init; }

    /// <summary>The version in force.</summary>
    public required PolicyVersionView Active { get; init; }

    /// <summary>The release's newest version, as <c>platform-4</c>.</summary>
    public required string NewestPlatform { get; init; }

    /// <summary>The release's version that the seller's own in force was made from; null while the platform's is in force.</summary>
    public required string? BasedOn { get; init; }

    /// <summary>Whether a release brought a newer version than <see cref="BasedOn"/>.</summary>
    public required bool PlatformIsNewer { get; init; }

    /// <summary>How many of the seller's versions are drafts.</summary>
    public required int Drafts { get; init; }

    /// <summary>The version that is evaluated beside the active one without effect, or null.</summary>
    public required string? Shadow { get; init; }

    /// <summary>The version that comes into force next, or null.</summary>
    public required PolicyVersionView? Scheduled { get; init; }

    /// <summary>What checking the version in force finds.</summary>
    public required PolicyFindingCount Findings { get; init; }

    /// <summary>How many rules it has.</summary>
    public required int Rows { get; init; }

    /// <summary>How many examples stand beside it.</summary>
    public required int Examples { get; init; }

    /// <summary>How often it decided in the last seven days.</summary>
    public required long DecisionsLastWeek { get; init; }

    /// <summary>Whether this person may save and publish.</summary>
    public required bool CanManage { get; init; }
}

/// <summary>How many findings a set has.</summary>
/// <param name="Errors">Those that forbid publishing.</param>
/// <param name="Warnings">Those that do not.</param>
public sealed record PolicyFindingCount(int Errors, int Warnings);
