namespace AgentIQ.Workflows.Http.Incoming;

/// <summary>
/// Workflows answer under the same origin as the pages that people work with, so an answer may not set cookies or loosen what the browser
/// enforces, and a page in it runs in a sandbox.
/// </summary>
internal static class AnswerHeaders
{
    private const string Sandbox = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        "Set-Cookie", "Set-Cookie2", "Content-Security-Policy", "Content-Security-Policy-Report-Only", "Strict-Transport-Security", "Clear-Site-Data",
        "Service-Worker-Allowed", "Content-Encoding", "X-Content-Type-Options", "X-Frame-Options", "WWW-Authenticate",
    };

    /// <exception cref="InvalidOperationException">One of them is not for a workflow to set.</exception>
    public static Dictionary<string, string> Check(Dictionary<string, string> headers) =>
        headers.Keys.FirstOrDefault(Refused.Contains) is { } name
            ? throw new InvalidOperationException($"Response headers: '{name}' is for the installation to set, not for a workflow; leave it out.")
            : headers;

    /// <summary>Set when the answer starts, after whatever middleware sets for the installation's own pages.</summary>
    public static void Protect(Microsoft.AspNetCore.Http.HttpResponse response) => response.OnStarting(() =>
    {
        response.Headers.ContentSecurityPolicy = Sandbox;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = response.Headers.CacheControl.Count == 0 ? "no-store" : response.Headers.CacheControl;
        return Task.CompletedTask;
    });
}
