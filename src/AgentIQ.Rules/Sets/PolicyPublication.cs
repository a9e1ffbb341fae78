namespace AgentIQ.Rules.Sets;

/// <summary>Says what one of a seller's versions is for, and from when until when.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Version">The seller's version number.</param>
/// <param name="State">What it is for.</param>
/// <param name="EffectiveFrom">From when.</param>
/// <param name="EffectiveTo">Until when, not included; null for no end.</param>
/// <param name="Author">Who decided.</param>
/// <param name="Note">Why; may be empty.</param>
public sealed record PolicyPublication(
    string Set,
    int Version,
    PolicyState State,
    DateTimeOffset EffectiveFrom,
    DateTimeOffset? EffectiveTo,
    string Author,
    string Note);
