using System.Text.Encodings.Web;
using System.Text.Json;
using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Interactions;

/// <summary>The append-only event stream of interactions.</summary>
public sealed class InteractionEvents(IIdSource ids)
{
    /// <summary>JSON as it is kept: snake_case names, Cyrillic readable.</summary>
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Appends an event in the caller's transaction.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="interactionId">The interaction.</param>
    /// <param name="type">One of <see cref="InteractionEventTypes"/>.</param>
    /// <param name="actor">Who did it: see <see cref="Actors"/>.</param>
    /// <param name="at">When, by the business clock.</param>
    /// <param name="details">An object whose properties become the details; null for none.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task AppendAsync(
        TenantScope scope, Guid interactionId, string type, string actor, DateTimeOffset at, object? details, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO interaction_events (seller_id, id, interaction_id, type, at, actor, details)
            VALUES (@sellerId, @id, @interactionId, @type, @at, @actor, @details)
            """,
            new
            {
                sellerId = scope.TenantId,
                id = ids.Next(),
                interactionId,
                type,
                at,
                actor,
                details = details is null ? "{}" : JsonSerializer.Serialize(details, Json),
            },
            cancellationToken: cancellationToken));

    /// <summary>All events of an interaction, oldest first.</summary>
    public async Task<IReadOnlyList<InteractionEvent>> ListAsync(TenantScope scope, Guid interactionId, CancellationToken cancellationToken) =>
        [.. await scope.Connection.QueryAsync<InteractionEvent>(new CommandDefinition(
            """
            SELECT id, interaction_id, type, at, actor, details
            FROM interaction_events
            WHERE seller_id = @sellerId AND interaction_id = @interactionId
            ORDER BY id
            """,
            new { sellerId = scope.TenantId, interactionId },
            cancellationToken: cancellationToken))];
}
