using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AgentIQ.Server.Security;

/// <summary>Hashes and checks passwords (PBKDF2-HMAC-SHA512, ASP.NET Core Identity's format).</summary>
internal sealed class Passwords
{
    // OWASP's password storage cheat sheet asks for 210,000 rounds of PBKDF2-HMAC-SHA512; the framework's default is 100,000.
    private const int Rounds = 210_000;

    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    private readonly Lazy<string> _decoy;

    public Passwords() => _decoy = new Lazy<string>(() => Hash("no account has this password"));

    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    /// <summary>Checks a password; when there is no account, works as long and says no.</summary>
    /// <param name="hash">The account's hash, or null when there is no such account.</param>
    /// <param name="password">What was typed.</param>
    public PasswordVerificationResult Check(string? hash, string password)
    {
        var result = _hasher.VerifyHashedPassword(Nobody, hash ?? _decoy.Value, password);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }
}
