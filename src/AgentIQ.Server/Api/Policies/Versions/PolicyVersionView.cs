using AgentIQ.Rules.Sets;

namespace AgentIQ.Server.Api.Policies.Versions;

/// <summary>What a version is for at the moment.</summary>
public enum PolicyVersionState
{
    /// <summary>Being written; decides nothing.</summary>
    Draft,

    /// <summary>Evaluated beside the active one, without effect.</summary>
    Shadow,

    /// <summary>Published; decides while it is in force.</summary>
    Active,

    /// <summary>Taken back, or its time has passed.</summary>
    Retired,

    /// <summary>Published, and its time has not come yet.</summary>
    Scheduled,
}

/// <summary>A version of a set.</summary>
public sealed record PolicyVersionView
{
    /// <summary>How it is named: <c>platform-3</c>, <c>seller-2</c>.</summary>
    public required string Label { get; init; }

    /// <summary>Whose it is.</summary>
    public required RuleSetOrigin Origin { get; init; }

    /// <summary>From 1 for each set and owner.</summary>
    public required int Number { get; init; }

    /// <summary>What it is for.</summary>
    public required PolicyVersionState State { get; init; }

    /// <summary>From when it is for that; null for the platform's.</summary>
    public required DateTimeOffset? EffectiveFrom { get; init; }

    /// <summary>Until when, not included; null for no end.</summary>
    public required DateTimeOffset? EffectiveTo { get; init; }

    /// <summary>Who saved it; null for the platform's.</summary>
    public required PolicyAuthorView? Author { get; init; }

    /// <summary>What its author said of it, or null.</summary>
    public required string? Note { get; init; }

    /// <summary>When it was saved, or came with a release.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>SHA-256 of its text.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it decides now.</summary>
    public required bool InForce { get; init; }

    internal RuleSetVersion Version => new(Origin, Number);
}
