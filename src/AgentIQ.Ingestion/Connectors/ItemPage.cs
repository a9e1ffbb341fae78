using AgentIQ.Interactions;

namespace AgentIQ.Ingestion;

/// <summary>One page of a list.</summary>
/// <param name="Records">The records in the marketplace's order, broken ones in their places.</param>
/// <param name="IsLast">True when the marketplace has nothing after this page.</param>
public sealed record ItemPage(IReadOnlyList<FetchedRecord> Records, bool IsLast);

/// <summary>One record as it came.</summary>
/// <param name="ExternalId">The marketplace's id; null when the record has none that can be read.</param>
/// <param name="Raw">The record verbatim.</param>
public abstract record FetchedRecord(string? ExternalId, string Raw);

/// <summary>A record that was understood.</summary>
/// <param name="Item">What the inbox takes.</param>
public sealed record UnderstoodRecord(InboundItem Item) : FetchedRecord(Item.Key.ExternalId, Item.Content.Raw);

/// <summary>A record that was not understood; it goes to the quarantine with its raw text.</summary>
/// <param name="ExternalId">The marketplace's id, when at least that could be read.</param>
/// <param name="Raw">The record verbatim.</param>
/// <param name="Problem">Which field, what was expected, what came.</param>
public sealed record BrokenRecord(string? ExternalId, string Raw, string Problem) : FetchedRecord(ExternalId, Raw);
