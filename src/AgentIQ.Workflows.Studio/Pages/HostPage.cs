using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using AgentIQ.Workflows.Studio.Answers;
using AgentIQ.Workflows.Studio.Pages.Files;
using Microsoft.AspNetCore.Http;

namespace AgentIQ.Workflows.Studio.Pages;

/// <summary>The page around one of the designer's elements: what to load, and in data attributes what the host script must know.</summary>
internal static partial class HostPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly string Template = Encoding.UTF8.GetString(HostAssets.Page);

    /// <summary>The page of a screen.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="id">What it shows; empty for a list.</param>
    /// <param name="request">Says the language and the path that the application lies under.</param>
    /// <param name="signInPath">Where a person without a session goes.</param>
    public static string Render(Screen screen, string id, HttpRequest request, string signInPath)
    {
        var isRussian = LanguageOf(request) is StudioLanguage.Ru;
        var places = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["lang"] = isRussian ? "ru" : "en",
            ["title"] = isRussian ? screen.Russian : screen.English,
            ["opening"] = isRussian ? "Открывается…" : "Opening…",
            ["fault"] = isRussian ? "Что-то пошло не так, и эта часть экрана больше не отвечает." : "Something went wrong, and this part of the screen no longer responds.",
            ["reload"] = isRussian ? "Открыть заново" : "Open again",
            ["base"] = request.PathBase.Value ?? "",
            ["api"] = StudioEndpoints.ApiPath,
            ["signIn"] = signInPath,
            ["hash"] = HostAssets.Hash,
            ["screen"] = screen.Name,
            ["id"] = id,
        };
        return Place().Replace(Template, place => Encoder.Encode(places[place.Groups["name"].Value]));
    }

    private static StudioLanguage LanguageOf(HttpRequest request) => request.Query["lang"].ToString() switch
    {
        "ru" => StudioLanguage.Ru,
        "en" => StudioLanguage.En,
        _ => request.Language(),
    };

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
