using AgentIQ.Postgres;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules;

/// <summary>A seller's own versions of the sets. Versions and publications are added, never changed.</summary>
public interface IPolicyStore
{
    /// <summary>Saves a new version as a draft, after it compiled and its examples came out.</summary>
    /// <returns>The version's number.</returns>
    /// <exception cref="Reading.RuleSetException">The document is broken; every fault with its JSON path.</exception>
    Task<int> SaveAsync(TenantScope scope, RuleSetDocument document, string author, string note, DateTimeOffset now, CancellationToken ct);

    /// <summary>Says what a version is for. Every process takes it over within the poll interval, mostly at once.</summary>
    /// <exception cref="KeyNotFoundException">There is no such version.</exception>
    Task PublishAsync(TenantScope scope, PolicyPublication publication, DateTimeOffset now, CancellationToken ct);

    /// <summary>The seller's versions of a set, newest first.</summary>
    Task<IReadOnlyList<PolicyVersion>> VersionsAsync(TenantScope scope, string set, CancellationToken ct);

    /// <summary>The text of one of the seller's versions, exactly as it was saved, or null.</summary>
    Task<RuleSetDocument?> FindAsync(TenantScope scope, string set, int version, CancellationToken ct);
}
