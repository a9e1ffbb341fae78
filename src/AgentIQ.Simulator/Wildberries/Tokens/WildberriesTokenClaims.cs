using System.Text.Json.Serialization;

namespace AgentIQ.Simulator.Wildberries.Tokens;

/// <summary>The payload of a token, under the names of the wire.</summary>
/// <param name="Id">The token's own id, UUID version 4.</param>
/// <param name="Scopes">The categories that the token opens.</param>
/// <param name="Seller">The seller's id, UUID version 4.</param>
/// <param name="ExpiresAt">Unix seconds.</param>
/// <param name="Kind">The kind, field <c>acc</c>.</param>
/// <param name="For"><c>self</c>, <c>asid:SERVICE</c>, or absent.</param>
/// <param name="IsTest">Whether the token is for the sandbox.</param>
public sealed record WildberriesTokenClaims(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("s"), JsonConverter(typeof(JsonNumberEnumConverter<WildberriesTokenScopes>))] WildberriesTokenScopes Scopes,
    [property: JsonPropertyName("sid")] Guid Seller,
    [property: JsonPropertyName("exp")] long ExpiresAt,
    [property: JsonPropertyName("acc"), JsonConverter(typeof(JsonNumberEnumConverter<WildberriesTokenKind>))] WildberriesTokenKind Kind,
    [property: JsonPropertyName("for"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? For,
    [property: JsonPropertyName("t")] bool IsTest);
