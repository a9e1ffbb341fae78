namespace AgentIQ.Rules.Sets;

/// <summary>One of a seller's versions of a set, with what it is for at present.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Version">Its number, from 1 for each set.</param>
/// <param name="Hash">SHA-256 of its text.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Note">Why; may be empty.</param>
/// <param name="CreatedAt">When it was saved.</param>
/// <param name="State">What it is for.</param>
/// <param name="EffectiveFrom">From when.</param>
/// <param name="EffectiveTo">Until when, not included; null for no end.</param>
public sealed record PolicyVersion(
    string Set,
    int Version,
    string Hash,
    string Author,
    string Note,
    DateTimeOffset CreatedAt,
    PolicyState State,
    DateTimeOffset EffectiveFrom,
    DateTimeOffset? EffectiveTo);
