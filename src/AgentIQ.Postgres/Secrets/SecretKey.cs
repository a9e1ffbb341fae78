using System.Security.Cryptography;

namespace AgentIQ.Postgres;

/// <summary>A 256-bit key. Its id is derived from it, so that two processes with the same key name it alike.</summary>
internal sealed record SecretKey(string Id, byte[] Bytes)
{
    private const int Length = 32;

    internal static SecretKey New() => From(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads the Base64 form.</summary>
    /// <param name="text">44 characters.</param>
    /// <param name="origin">Where the text stands, for the message.</param>
    internal static SecretKey Parse(string text, string origin)
    {
        var bytes = new byte[Length];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == Length
            ? From(bytes)
            : throw new SecretException($"{origin} should hold keys of {Length} bytes in Base64 (44 characters each; make one with: openssl rand -base64 {Length}), but one has {text.Length} characters or is no Base64.");
    }

    internal string ToBase64() => Convert.ToBase64String(Bytes);

    private static SecretKey From(byte[] bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes))[..8], bytes);
}
