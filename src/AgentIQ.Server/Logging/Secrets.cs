using System.Text.RegularExpressions;

namespace AgentIQ.Server.Logging;

/// <summary>
/// Finds what must not be read in a log: tokens by their shape and the values of members whose name says that they are
/// secret. The finished line is searched, so that messages, properties and exceptions of any library are covered alike.
/// </summary>
internal static partial class Secrets
{
    private const string Hidden = "***";

    /// <summary>The text with every secret replaced.</summary>
    public static string Hide(string text)
    {
        var shown = JsonWebToken().Replace(text, Hidden);
        shown = Bearer().Replace(shown, "${lead}" + Hidden);
        return Named().Replace(shown, "${lead}" + Hidden);
    }

    // header.payload.signature of a JWT (RFC 7519): Wildberries' tokens.
    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JsonWebToken();

    [GeneratedRegex(@"(?<lead>\b(?:bearer|basic)\s+)[A-Za-z0-9._~+/=-]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Bearer();

    // No bare suffix: an assembly's PublicKeyToken is in many stack traces and no secret.
    // password=x;  "token":"x"  Authorization: x  api_key='x'
    [GeneratedRegex("""(?<lead>\b(?:[a-z]*[_-])?(?:password|passwd|pwd|secret|(?:access|refresh|auth|api|bot|session)?token|authorization|api[_-]?key|cookie)\\?["']?\s*[:=]\s*)(?:\\?"[^"\\]*|'[^']*|[^\s"',;}]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
