using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AgentIQ.Postgres;

/// <summary>
/// Encrypts what AgentIQ must be able to read again: marketplace tokens, mail passwords, model keys.
/// AES-256-GCM with a random nonce; the seller's id is authenticated with it, so that a value copied into
/// another seller's row does not open. Form: <c>v1.KEYID.BASE64URL(nonce, tag, ciphertext)</c>.
/// </summary>
public sealed class SecretBox(SecretKeys keys)
{
    private const string Version = "v1";
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int GuidLength = 16;

    /// <summary>Encrypts with the current key.</summary>
    public string Encrypt(Guid sellerId, string secret)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var box = new byte[NonceLength + TagLength + plain.Length];
        var nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.Current.Bytes, TagLength);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), Owner(sellerId));
        return $"{Version}.{keys.Current.Id}.{Base64Url.EncodeToString(box)}";
    }

    /// <summary>Decrypts with the key that the value names.</summary>
    /// <exception cref="SecretException">Unknown form or key, a changed value, or another seller's.</exception>
    public string Decrypt(Guid sellerId, string encrypted)
    {
        var (key, box) = Open(encrypted);
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key.Bytes, TagLength);
        try
        {
            aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), plain, Owner(sellerId));
        }
        catch (AuthenticationTagMismatchException error)
        {
            throw new SecretException($"A stored secret does not open for seller {sellerId}: it was changed, or belongs to another seller. Enter the token or password again.", error);
        }

        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Whether the value should be encrypted again because a newer key is current.</summary>
    /// <exception cref="SecretException">Unknown form or key.</exception>
    public bool IsOutdated(string encrypted) => Open(encrypted).Key.Id != keys.Current.Id;

    private (SecretKey Key, byte[] Box) Open(string encrypted)
    {
        var parts = encrypted.Split('.');
        if (parts.Length != 3 || parts[0] != Version || !Base64Url.IsValid(parts[2], out var length) || length < NonceLength + TagLength)
        {
            throw new SecretException($"A stored secret should look like {Version}.KEYID.BASE64URL, but does not ({encrypted.Length} characters). Enter the token or password again.");
        }

        var key = keys.Find(parts[1]) ?? throw new SecretException(
            $"A stored secret was encrypted with the key {parts[1]}, which is not among the given ones. Add that key to {SecretKeys.EnvironmentVariable} or the key file, behind the current one.");
        return (key, Base64Url.DecodeFromChars(parts[2]));
    }

    private static byte[] Owner(Guid sellerId)
    {
        var bytes = new byte[GuidLength];
        sellerId.TryWriteBytes(bytes, bigEndian: true, out _);
        return bytes;
    }
}
