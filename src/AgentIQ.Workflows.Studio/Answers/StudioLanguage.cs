using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AgentIQ.Workflows.Studio.Answers;

/// <summary>The two languages that the designer's routes speak to people.</summary>
internal enum StudioLanguage
{
    /// <summary>Russian; when nothing else is asked for.</summary>
    Ru,

    /// <summary>English.</summary>
    En,
}

/// <summary>Which language a request wants.</summary>
internal static class StudioLanguages
{
    /// <summary>Reads <c>Accept-Language</c>: the best weighted of ru and en, the first of equals.</summary>
    public static StudioLanguage Language(this HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted))
        {
            return StudioLanguage.Ru;
        }

        return wanted.Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => Of(range.Value.Value))
            .FirstOrDefault(language => language is not null) ?? StudioLanguage.Ru;
    }

    /// <summary>The language's code in texts and resources: <c>ru</c> or <c>en</c>.</summary>
    public static string Code(this StudioLanguage language) => language == StudioLanguage.Ru ? "ru" : "en";

    private static StudioLanguage? Of(string? range) => range?.Split('-')[0].ToLowerInvariant() switch
    {
        "ru" => StudioLanguage.Ru,
        "en" => StudioLanguage.En,
        _ => null,
    };
}
