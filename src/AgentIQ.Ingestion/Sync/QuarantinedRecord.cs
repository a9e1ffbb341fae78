namespace AgentIQ.Ingestion;

/// <summary>A record that waits because it could not be understood or stored.</summary>
/// <param name="Id">Its id in the quarantine.</param>
/// <param name="ChannelId">The channel that it came through.</param>
/// <param name="ExternalId">The marketplace's id, when that could be read.</param>
/// <param name="Raw">The record verbatim.</param>
/// <param name="Problem">Which field, what was expected, what came.</param>
/// <param name="Times">How often it came.</param>
/// <param name="FirstSeenAt">When it came first.</param>
/// <param name="LastSeenAt">When it came last.</param>
public sealed record QuarantinedRecord(
    Guid Id, Guid ChannelId, string? ExternalId, string Raw, string Problem, int Times, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt);
