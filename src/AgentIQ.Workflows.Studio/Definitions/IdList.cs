using System.Text.Json;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Http;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>What a bulk action is about: <c>ids</c> of versions or <c>definitionIds</c>.</summary>
/// <param name="Ids">Each once, in the order that they came.</param>
/// <param name="Problem">Why the body cannot be read; null: it can.</param>
internal sealed record IdList(IReadOnlyList<string> Ids, Text? Problem)
{
    private static readonly Text Expected = new(
        "Ожидался объект со списком текстов ids или definitionIds. Обновите страницу и повторите.", "Expected an object with a list of texts in ids or definitionIds. Reload the page and try again.");

    /// <summary>Lets endpoints take it as a parameter.</summary>
    public static async ValueTask<IdList> BindAsync(HttpContext context)
    {
        var body = await RequestText.BindAsync(context);
        try
        {
            return body.Problem is { } problem ? new IdList([], problem)
                : JsonSerializer.Deserialize<Body>(body.Value, StudioJson.Options) is { } read ? new IdList([.. (read.Ids ?? read.DefinitionIds ?? []).Where(IsId).Distinct(StringComparer.Ordinal)], Problem: null)
                : new IdList([], Expected);
        }
        catch (JsonException)
        {
            return new IdList([], Expected);
        }
    }

    private static bool IsId(string? id) => !string.IsNullOrEmpty(id) && !id.Contains('\0', StringComparison.Ordinal);

    private sealed record Body(IReadOnlyList<string>? Ids, IReadOnlyList<string>? DefinitionIds);
}
