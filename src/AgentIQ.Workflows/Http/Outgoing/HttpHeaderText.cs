using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Http.Outgoing;

/// <summary>Headers as a definition gives them: an object of names with texts or lists of texts.</summary>
internal static class HttpHeaderText
{
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>These are for the connection, not for the workflow: with them one request could be made to look like two, or go elsewhere.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Content-Length", "Transfer-Encoding", "Upgrade", "Proxy-Authorization", "Proxy-Connection", "Keep-Alive", "TE", "Trailer", "Expect",
    };

    /// <exception cref="InvalidOperationException">A name or a value is none; the message holds no values.</exception>
    public static Dictionary<string, string> Read(JsonObject? given, string? authorization, bool isAuthorizationChecked)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in given ?? [])
        {
            headers[Name(name)] = Value(name, value is JsonArray list ? string.Join(", ", list.Select(v => ValueConverter.Text(PlainValue.From(v)))) : ValueConverter.Text(PlainValue.From(value)));
        }

        if (!string.IsNullOrWhiteSpace(authorization))
        {
            if (isAuthorizationChecked && !AuthenticationHeaderValue.TryParse(authorization, out _))
            {
                throw new InvalidOperationException("Authorization: expected a scheme and a value, such as 'Bearer TOKEN'. Switch on 'Disable authorization header validation' to send it as it is.");
            }

            headers["Authorization"] = Value("Authorization", authorization.Trim());
        }

        return headers;
    }

    private static string Name(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c))
        ? !Reserved.Contains(name) ? name : throw new InvalidOperationException($"Request headers: '{name}' is set by the connection itself; leave it out.")
        : throw new InvalidOperationException($"Request headers: '{name}' is no name of a header.");

    private static string Value(string name, string value) => value.All(c => c is '\t' or (>= ' ' and not (char)127))
        ? value
        : throw new InvalidOperationException($"Request headers: the value of '{name}' has a line break or another control character.");
}
