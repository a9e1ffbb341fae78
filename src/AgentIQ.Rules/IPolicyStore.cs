using AgentIQ.Postgres;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules;

/// <summary>The versions of the sets: the platform's and a seller's own. Versions and publications are added, never changed.</summary>
public interface IPolicyStore
{
    /// <summary>
    /// Saves a new version as a draft. It must be readable; what is wrong with its rules, and examples that fail, are no obstacle
    /// before it is published.
    /// </summary>
    /// <returns>The version's number.</returns>
    /// <exception cref="Reading.RuleSetException">The document cannot be read; every fault with its JSON path.</exception>
    Task<int> SaveAsync(TenantScope scope, RuleSetDocument document, string author, string note, DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// Says what one of the seller's versions is for. Every process takes it over within the poll interval, mostly at once. To
    /// bring an older version back, publish it again. A version that becomes active, or a shadow, is checked first.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such version.</exception>
    /// <exception cref="PolicyRefusedException">It must not be active: an error, a failed example, a changed locked table.</exception>
    Task PublishAsync(TenantScope scope, PolicyPublication publication, DateTimeOffset now, CancellationToken ct);

    /// <summary>Retires every version of the seller that is or will be active, so that the platform's holds again.</summary>
    /// <returns>How many versions were retired.</returns>
    Task<int> RetireAllAsync(TenantScope scope, string set, string author, string note, DateTimeOffset now, CancellationToken ct);

    /// <summary>The seller's versions of a set, newest first.</summary>
    Task<IReadOnlyList<PolicyVersion>> VersionsAsync(TenantScope scope, string set, CancellationToken ct);

    /// <summary>The platform's versions of a set, newest first.</summary>
    Task<IReadOnlyList<PlatformVersion>> PlatformVersionsAsync(TenantScope scope, string set, CancellationToken ct);

    /// <summary>The text of a version, exactly as it was saved, or null.</summary>
    /// <param name="scope">The seller's transaction.</param>
    /// <param name="set">The set's name.</param>
    /// <param name="version">One of the seller's or of the platform's versions.</param>
    /// <param name="ct">Cancels the statement.</param>
    Task<RuleSetDocument?> FindAsync(TenantScope scope, string set, RuleSetVersion version, CancellationToken ct);
}
