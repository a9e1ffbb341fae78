using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AgentIQ.Workflows.Studio.Pages.Files;

/// <summary>A way in which files of the package are compressed.</summary>
/// <param name="Name">As HTTP calls it.</param>
/// <param name="Extension">What the compressed copy's name ends with.</param>
internal sealed record ContentCoding(string Name, string Extension)
{
    /// <summary>All of them, the smallest first.</summary>
    public static IReadOnlyList<ContentCoding> All { get; } = [new("br", ".br"), new("gzip", ".gz")];

    /// <summary>Whether the request's <c>Accept-Encoding</c> takes it (RFC 9110, 12.5.3): by name, or by <c>*</c>, with a quality above 0.</summary>
    public bool IsAcceptedBy(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted))
        {
            return false;
        }

        var entry = accepted.FirstOrDefault(value => value.Value.Equals(Name, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(value => value.Value == "*");
        return entry is not null && entry.Quality is not 0;
    }
}
