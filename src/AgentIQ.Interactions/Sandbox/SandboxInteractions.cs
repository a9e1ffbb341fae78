using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Interactions;

/// <summary>
/// Interactions that trial runs of workflows work on. Real rows, so that every activity works unchanged; found by their id alone. Nobody is
/// told of a new one: the trial run is its workflow.
/// </summary>
public sealed class SandboxInteractions(
    InteractionStore store, InteractionContents contents, InteractionEvents events, InteractionQueries queries, IIdSource ids, TimeProvider time)
{
    /// <summary>Before what a marketplace would call it: no real item has such an id, so the two can never be taken for each other.</summary>
    public const string ExternalIdPrefix = "sandbox-";

    /// <summary>Makes one. Its external id is made here, whatever <paramref name="item"/> says.</summary>
    public async Task<Interaction> CreateAsync(TenantScope scope, InboundItem item, CancellationToken cancellationToken)
    {
        var id = ids.Next();
        var key = item.Key with { ExternalId = $"{ExternalIdPrefix}{id:N}" };
        var interaction = NewInteraction.Of(scope.TenantId, id, item with { Key = key }, before: null, time.GetUtcNow()) with { IsSandbox = true };
        if (!await store.TryInsertAsync(scope, interaction, cancellationToken))
        {
            throw new InvalidOperationException($"{key} was made just now and is there already.");
        }

        await contents.SaveAsync(scope, id, item.Rating, item.Content, cancellationToken);
        await events.AppendAsync(
            scope, id, InteractionEventTypes.Received, Actors.System, interaction.ReceivedAt,
            new { interaction.Round, Channel = EnumText<Channel>.Of(key.Channel), Sandbox = true }, cancellationToken);
        return interaction;
    }

    /// <summary>The latest real interactions of a marketplace and form with words in them, newest first: what copies are made of.</summary>
    public async Task<IReadOnlyList<Interaction>> LatestRealAsync(
        TenantScope scope, string marketplace, Channel channel, int limit, CancellationToken cancellationToken) =>
        [.. (await queries.ListAsync(scope, new InboxFilter { Queue = InboxQueue.All, Channel = channel, Limit = limit * 4 }, cancellationToken)).Items
            .Where(interaction => interaction.Key.Marketplace == marketplace && interaction.Preview.Length > 0)
            .Take(limit)];

    /// <summary>
    /// Forgets interactions with what the customer said. Rows of other layers that refer to them must be gone. Real ones are left alone. The
    /// events stay until their month goes, as everything in an append-only log does.
    /// </summary>
    /// <returns>How many rows went.</returns>
    public Task<int> RemoveAsync(TenantScope scope, IReadOnlyCollection<Guid> interactionIds, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM interaction_content c USING interactions i
            WHERE c.seller_id = @sellerId AND c.interaction_id = ANY (@ids) AND i.seller_id = c.seller_id AND i.id = c.interaction_id AND i.is_sandbox;
            DELETE FROM interactions WHERE seller_id = @sellerId AND id = ANY (@ids) AND is_sandbox;
            """,
            new { sellerId = scope.TenantId, ids = interactionIds.ToArray() },
            cancellationToken: cancellationToken));
}
