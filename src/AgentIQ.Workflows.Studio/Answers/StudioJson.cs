using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace AgentIQ.Workflows.Studio.Answers;

/// <summary>
/// How the routes write and read JSON, whatever the host's own options say: camelCase, enums as PascalCase text, Cyrillic unescaped, and
/// without properties that are null, as an Elsa server does (elsa-studio-contract 2.0).
/// </summary>
internal static class StudioJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Answers with JSON.</summary>
    public static IResult Ok<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, statusCode: status);

    /// <summary>Answers with text that is JSON already.</summary>
    public static IResult Text(string json, int status = StatusCodes.Status200OK) => Results.Text(json, "application/json; charset=utf-8", statusCode: status);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(WorkflowJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
