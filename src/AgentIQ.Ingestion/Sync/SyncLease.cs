namespace AgentIQ.Ingestion;

/// <summary>The right of this process to sync one channel.</summary>
/// <param name="SellerId">The tenant.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="FencingToken">Grows with every lease of the channel; a write with an older one is refused.</param>
/// <param name="Failures">Failures in a row before this run.</param>
internal sealed record SyncLease(Guid SellerId, Guid ChannelId, long FencingToken, int Failures);

/// <summary>Another process took the channel over because this one was silent for too long; nothing may be written any more.</summary>
internal sealed class SyncLeaseLostException(SyncLease lease)
    : Exception($"The lease {lease.FencingToken} of channel {lease.ChannelId} was taken over: this run was silent for longer than the lease.");
