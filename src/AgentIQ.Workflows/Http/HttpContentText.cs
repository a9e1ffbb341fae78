using System.Text;
using System.Text.Json;

namespace AgentIQ.Workflows.Http;

/// <summary>Bodies as values that a workflow can hold: JSON as a structure, text as text, everything else as Base64.</summary>
internal static class HttpContentText
{
    /// <summary>Null for an empty body.</summary>
    public static JsonElement? Parse(byte[] body, string? mediaType, string? charset)
    {
        if (body.Length == 0)
        {
            return null;
        }

        if (IsJson(mediaType) && TryJson(body) is { } json)
        {
            return json;
        }

        return JsonSerializer.SerializeToElement(mediaType is null || IsText(mediaType) ? Decode(body, charset) : Convert.ToBase64String(body), WorkflowJson.Options);
    }

    public static bool IsJson(string? mediaType) =>
        mediaType is "application/json" or "text/json" || mediaType?.EndsWith("+json", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsText(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || IsJson(mediaType)
        || mediaType is "application/xml" or "application/x-www-form-urlencoded" or "application/javascript"
        || mediaType.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>What calls itself JSON and is not stays text, for the workflow to look at.</summary>
    private static JsonElement? TryJson(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Decode(byte[] body, string? charset)
    {
        try
        {
            return (charset is null ? Encoding.UTF8 : Encoding.GetEncoding(charset.Trim('"'))).GetString(body);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(body);
        }
    }
}
