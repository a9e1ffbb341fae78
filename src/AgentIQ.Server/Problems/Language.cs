using Microsoft.Net.Http.Headers;

namespace AgentIQ.Server.Problems;

/// <summary>The two languages that the API speaks to people; Russian when nothing else is asked for.</summary>
internal enum Language
{
    /// <summary>Russian.</summary>
    Ru,

    /// <summary>English.</summary>
    En,
}

/// <summary>Which language a request wants.</summary>
internal static class RequestLanguage
{
    /// <summary>Reads <c>Accept-Language</c>: the best weighted of ru and en, the first of equals.</summary>
    public static Language Language(this HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted))
        {
            return Problems.Language.Ru;
        }

        foreach (var range in wanted.OrderByDescending(range => range.Quality ?? 1))
        {
            if (range.Quality is not 0 && Of(range.Value.AsSpan()) is { } language)
            {
                return language;
            }
        }

        return Problems.Language.Ru;
    }

    private static Language? Of(ReadOnlySpan<char> range)
    {
        var dash = range.IndexOf('-');
        var primary = dash < 0 ? range : range[..dash];
        return primary.Equals("ru", StringComparison.OrdinalIgnoreCase) ? Problems.Language.Ru
            : primary.Equals("en", StringComparison.OrdinalIgnoreCase) ? Problems.Language.En
            : null;
    }
}
