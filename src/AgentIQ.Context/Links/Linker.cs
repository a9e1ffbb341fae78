using AgentIQ.Interactions;
using AgentIQ.Postgres;

namespace AgentIQ.Context.Links;

/// <summary>
/// Ties an interaction to those that share an exact key with it: the marketplace's own reference, the order, the
/// customer. A shared product or a similar name ties nothing: strangers buy the same product (domain 3.4's defect).
/// </summary>
public sealed class Linker(InteractionQueries queries, LinkStore links, InteractionEvents events)
{
    /// <summary>At most this many of the newest candidates are linked (the window of domain 3.3).</summary>
    public const int MaxCandidates = 150;

    /// <summary>Finds and stores the links, and writes an event when there are any.</summary>
    public async Task<IReadOnlyList<Link>> LinkAsync(
        TenantScope scope, Interaction interaction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var candidates = await queries.SharingKeysAsync(scope, interaction, MaxCandidates, cancellationToken);
        if (candidates.Count == 0)
        {
            return [];
        }

        IReadOnlyList<Link> found = [.. candidates.Select(other => Link.Of(other.Id, SignalBetween(interaction, other)))];
        await links.SaveAsync(scope, interaction.Id, found, now, cancellationToken);
        await events.AppendAsync(
            scope, interaction.Id, InteractionEventTypes.Linked, Actors.System, now, new { found.Count }, cancellationToken);
        return found;
    }

    /// <summary>The strongest reason why two interactions belong together; they share at least one key.</summary>
    private static LinkSignal SignalBetween(Interaction one, Interaction other)
    {
        var related = one.Key == other.Key
            || one.RelatedIds.Contains(other.Key.ExternalId)
            || other.RelatedIds.Contains(one.Key.ExternalId);
        return related ? LinkSignal.RelatedIdExact
            : one.OrderId is not null && one.OrderId == other.OrderId ? LinkSignal.OrderIdExact
            : LinkSignal.CustomerIdExact;
    }
}
