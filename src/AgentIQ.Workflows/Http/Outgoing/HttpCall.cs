namespace AgentIQ.Workflows.Http.Outgoing;

/// <summary>A request as the ledger keeps it.</summary>
/// <param name="Url">Absolute.</param>
/// <param name="Method">Such as GET.</param>
/// <param name="Content">The body as text; null: none.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Headers">All other headers, Authorization among them, closed by <see cref="HttpSecrets"/>; null: none.</param>
/// <param name="Expected">Status codes that are an answer whatever they are, so never a reason to ask again.</param>
internal sealed record HttpCall(string Url, string Method, string? Content, string? ContentType, string? Headers, IReadOnlyList<int> Expected)
{
    /// <summary>Asking twice is as good as asking once (RFC 9110, 9.2.2).</summary>
    public static bool IsIdempotent(string method) => method is "GET" or "HEAD" or "OPTIONS" or "PUT" or "DELETE" or "TRACE";
}
