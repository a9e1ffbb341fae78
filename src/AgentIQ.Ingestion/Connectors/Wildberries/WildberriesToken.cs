using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace AgentIQ.Ingestion.Wildberries;

/// <summary>
/// What a Wildberries token says about itself. Its signature is not checked (only Wildberries can), so this is
/// good for explaining and planning and never for authorising.
/// </summary>
/// <param name="Kind">From <c>acc</c>.</param>
/// <param name="SellerId">From <c>sid</c>: the seller's account.</param>
/// <param name="ExpiresAt">From <c>exp</c>; Wildberries' tokens live 180 days.</param>
/// <param name="Categories">From <c>s</c>: a bit for each service, and one for read-only.</param>
public sealed record WildberriesToken(WildberriesTokenKind Kind, string? SellerId, DateTimeOffset? ExpiresAt, ulong Categories)
{
    private const int FeedbacksBit = 7;
    private const int ReadOnlyBit = 30;

    /// <summary>True when it was made for feedbacks and questions.</summary>
    public bool HasFeedbacks => Has(FeedbacksBit);

    /// <summary>True when it may not change anything.</summary>
    public bool IsReadOnly => Has(ReadOnlyBit);

    /// <summary>Reads the payload.</summary>
    /// <returns>Null when the text is not three parts divided by dots with a JSON object in the middle.</returns>
    public static WildberriesToken? TryRead(string token)
    {
        var parts = token.Trim().Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1]))
        {
            return null;
        }

        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return payload.RootElement.ValueKind == JsonValueKind.Object ? FromPayload(payload.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or FormatException)
        {
            return null;
        }
    }

    private static WildberriesToken FromPayload(JsonElement payload)
    {
        var kind = Number(payload, "acc") is { } acc and >= 1 and <= 4 ? (WildberriesTokenKind)acc : WildberriesTokenKind.Unknown;
        var sellerId = payload.TryGetProperty("sid", out var sid) && sid.ValueKind == JsonValueKind.String ? sid.GetString() : null;
        // Beyond the year 9999 a date is nonsense, and DateTimeOffset would throw.
        var expiresAt = Number(payload, "exp") is { } exp and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds((long)exp) : (DateTimeOffset?)null;
        return new WildberriesToken(kind, string.IsNullOrEmpty(sellerId) ? null : sellerId, expiresAt, Number(payload, "s") ?? 0);
    }

    private static ulong? Number(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out var number) ? number : null;

    private bool Has(int bit) => (Categories & (1UL << bit)) != 0;
}
