using System.Text;
using System.Text.Json.Serialization;

namespace AgentIQ.Server.Sessions;

/// <summary>What the sign-in page sends.</summary>
internal sealed record SignInRequest(string Email, string Password)
{
    /// <summary>Longer ones are refused unread: hashing them would cost us more than the sender.</summary>
    public const int LongestPassword = 1024;

    public const int LongestEmail = 320;

    [JsonIgnore]
    public bool IsReasonable
        => Email is { Length: > 0 and <= LongestEmail } && Password is { Length: > 0 and <= LongestPassword };

    // A record prints its members; this one must never print the password.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Email = ").Append(Email);
        return true;
    }
}
