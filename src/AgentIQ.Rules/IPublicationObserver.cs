using AgentIQ.Postgres;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules;

/// <summary>Whoever has something to do when a seller says what one of its policy versions is for. Every registered one is told.</summary>
public interface IPublicationObserver
{
    /// <summary>A publication was written. What is done here happens if, and only if, the publication is committed.</summary>
    /// <param name="scope">The seller, in the publication's own transaction.</param>
    /// <param name="publication">What was said; it may be for later, and a later one may take it back.</param>
    /// <param name="ct">Cancels the publication.</param>
    Task PublishedAsync(TenantScope scope, PolicyPublication publication, CancellationToken ct);
}
