using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AgentIQ.Postgres;

/// <summary>
/// The password of one of AgentIQ's roles, derived from the password of the connection that was given:
/// every process that was given the same connection finds the same passwords, and none has to be stored.
/// </summary>
internal sealed class RolePassword
{
    private const int Iterations = 4096;
    private readonly byte[] _salt;

    private RolePassword(string value, byte[] salt)
    {
        Value = value;
        _salt = salt;
    }

    /// <summary>The password in clear.</summary>
    internal string Value { get; }

    /// <summary>Null when the given connection has no password: then the server trusts its socket, and no role needs one.</summary>
    internal static RolePassword? Derive(string? givenPassword, string role)
    {
        if (string.IsNullOrEmpty(givenPassword))
        {
            return null;
        }

        var key = Encoding.UTF8.GetBytes(givenPassword);
        var value = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"agentiq role password {role}"));
        var salt = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"agentiq role salt {role}"));
        return new RolePassword(Base64Url.EncodeToString(value), salt[..16]);
    }

    /// <summary>What PostgreSQL stores (RFC 5803). Sent instead of the password, so that the password never stands in a server's log.</summary>
    internal string Verifier()
    {
        var salted = Rfc2898DeriveBytes.Pbkdf2(Value, _salt, Iterations, HashAlgorithmName.SHA256, 32);
        var clientKey = HMACSHA256.HashData(salted, "Client Key"u8);
        var storedKey = Convert.ToBase64String(SHA256.HashData(clientKey));
        var serverKey = Convert.ToBase64String(HMACSHA256.HashData(salted, "Server Key"u8));
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(_salt)}${storedKey}:{serverKey}";
    }
}
