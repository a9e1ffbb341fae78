namespace AgentIQ.Ingestion;

/// <summary>What a secret says about itself. It is a hint for people and for planning; the marketplace decides.</summary>
/// <param name="Kind">The marketplace's kind of token, lower case (<c>base</c>, <c>personal</c>); <c>unknown</c> when it does not say.</param>
/// <param name="CabinetId">The seller's account at the marketplace, when the secret names it: one active connection per cabinet.</param>
/// <param name="ExpiresAt">Until when it is valid, when it says so.</param>
/// <param name="Warning">A doubt that a person should know of (wrong category, read-only, expired); null when there is none.</param>
public sealed record SecretDescription(string Kind, string? CabinetId, DateTimeOffset? ExpiresAt, Reason? Warning);
