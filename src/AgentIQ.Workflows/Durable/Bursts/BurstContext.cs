namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>What the bursts of a wave share.</summary>
/// <param name="Transaction">The transaction that commits them.</param>
/// <param name="Wave">What they read.</param>
/// <param name="Writes">What they write.</param>
internal sealed record BurstContext(BurstTransaction Transaction, LoadedWave Wave, BatchWrites Writes);
