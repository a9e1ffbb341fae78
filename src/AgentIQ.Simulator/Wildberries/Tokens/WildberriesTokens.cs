using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AgentIQ.Simulator.Wildberries.Tokens;

/// <summary>Issues and reads tokens of the vendor's form: JWT signed with ES256, valid 180 days.</summary>
/// <remarks>The key is derived from the simulator's name. It protects nothing, and lets a token outlive the process that issued it.</remarks>
public sealed class WildberriesTokens : IDisposable
{
    /// <summary>How long a token lives: 180 days from its creation.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private static readonly string Header = Encode("""{"alg":"ES256","kid":"20250904v1","typ":"JWT"}"""u8);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly SimulatorRandom _random;
    private readonly ECDsa _key;

    internal WildberriesTokens(string simulatorName, TimeProvider time, SimulatorRandom random)
    {
        _time = time;
        _random = random;
        _key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = SHA256.HashData(Encoding.UTF8.GetBytes("token key of simulator " + simulatorName)),
        });
    }

    /// <summary>Makes a token.</summary>
    /// <param name="seller">The seller's id.</param>
    /// <param name="kind">The kind; it decides the rate profile.</param>
    /// <param name="scopes">The categories.</param>
    /// <param name="expiresAt">When it ends; <see langword="null"/> means 180 days from now. A past time makes an expired token.</param>
    /// <param name="serviceId">The service in <c>for</c> of a Service token; ignored for the others.</param>
    public string Issue(
        Guid seller,
        WildberriesTokenKind kind = WildberriesTokenKind.Personal,
        WildberriesTokenScopes scopes = WildberriesTokenScopes.Communications,
        DateTimeOffset? expiresAt = null,
        string serviceId = "agentiq")
    {
        var audience = kind switch
        {
            WildberriesTokenKind.Personal => "self",
            WildberriesTokenKind.Service => "asid:" + serviceId,
            _ => null,
        };
        var expiry = (expiresAt ?? _time.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        return Sign(new WildberriesTokenClaims(_random.Uuid(), scopes, seller, expiry, kind, audience, kind == WildberriesTokenKind.Test));
    }

    /// <summary>Reads a token and checks its signature and expiry.</summary>
    /// <returns>The claims, or the reason of the refusal in the vendor's manner.</returns>
    internal (WildberriesTokenClaims? Claims, string Problem) Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return (null, "token is malformed: token contains an invalid number of segments");
        }

        WildberriesTokenClaims? claims;
        byte[] signature;
        try
        {
            claims = JsonSerializer.Deserialize<WildberriesTokenClaims>(Base64Url.DecodeFromChars(parts[1]));
            signature = Base64Url.DecodeFromChars(parts[2]);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return (null, "token is malformed: could not decode claims");
        }

        if (claims is null || !IsSigned(parts[0] + "." + parts[1], signature))
        {
            return (null, "token signature is invalid");
        }

        return claims.ExpiresAt <= _time.GetUtcNow().ToUnixTimeSeconds() ? (null, "token is expired") : (claims, "");
    }

    /// <summary>Frees the key.</summary>
    public void Dispose() => _key.Dispose();

    private string Sign(WildberriesTokenClaims claims)
    {
        var content = Header + "." + Encode(JsonSerializer.SerializeToUtf8Bytes(claims));
        lock (_gate)
        {
            return content + "." + Encode(_key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256));
        }
    }

    private bool IsSigned(string content, byte[] signature)
    {
        lock (_gate)
        {
            return _key.VerifyData(Encoding.ASCII.GetBytes(content), signature, HashAlgorithmName.SHA256);
        }
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
