using System.Text.Json;

namespace AgentIQ.Workflows.Activities;

/// <summary>What an effect is going to ask of the outside, as it is committed to the ledger.</summary>
/// <param name="IdempotencyKey">Unique per tenant: two intents with one key are one effect.</param>
/// <param name="Request">The request, complete: <c>RunAsync</c> gets nothing else.</param>
public sealed record EffectIntent(string IdempotencyKey, JsonElement Request)
{
    /// <summary>How often and how long this one is tried, where that depends on the request. Null: as <see cref="EffectActivity"/>'s policy says. A definition's own words win over both.</summary>
    public EffectPolicy? Policy { get; init; }

    /// <summary>Builds an intent from a request object.</summary>
    public static EffectIntent Of<T>(string idempotencyKey, T request) =>
        new(idempotencyKey, JsonSerializer.SerializeToElement(request, WorkflowJson.Options));
}
