using AgentIQ.Postgres;

namespace AgentIQ.Server.Sandbox;

/// <summary>All samples that a seller can try a workflow with.</summary>
internal sealed class SampleShelf(SampleCopies copies)
{
    /// <summary>The shipped ones, then copies of the seller's own.</summary>
    public async Task<IReadOnlyList<Sample>> ListAsync(TenantScope scope, CancellationToken ct) =>
        [.. ShippedSamples.All, .. await copies.ListAsync(scope, ct)];

    /// <summary>One of them; null when there is none of that id. Without an id the first.</summary>
    public async Task<Sample?> FindAsync(TenantScope scope, string? id, CancellationToken ct) => id is null
        ? ShippedSamples.All[0]
        : ShippedSamples.All.FirstOrDefault(sample => sample.Id == id) ?? await copies.FindAsync(scope, id, ct);
}
