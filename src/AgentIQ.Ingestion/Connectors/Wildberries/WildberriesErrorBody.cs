using System.Text.Json;

namespace AgentIQ.Ingestion.Wildberries;

/// <summary>Which of Wildberries' error envelopes a body is. They are told apart by shape, because hosts mix them.</summary>
internal enum WildberriesErrorShape
{
    /// <summary>The gateway's problem: <c>title</c>, <c>detail</c>, <c>status</c> or a gateway's <c>origin</c>.</summary>
    Gateway,

    /// <summary>The service's envelope: <c>error: true</c>, <c>errorText</c>.</summary>
    Service,

    /// <summary>The answering method's: <c>title</c>, <c>detail</c>, <c>origin: fbapi</c>, no <c>status</c>.</summary>
    Answer,

    /// <summary>The chat proxy's: <c>error</c> is a text that repeats <c>detail</c>.</summary>
    Chat,
}

/// <summary>An error as Wildberries words it.</summary>
/// <param name="Shape">Which envelope.</param>
/// <param name="Detail">What went wrong, in its words.</param>
/// <param name="RequestId">For a question to its support; null when not given.</param>
internal sealed record WildberriesErrorBody(WildberriesErrorShape Shape, string Detail, string? RequestId)
{
    /// <summary>Reads an error envelope; null when the object is none of the four.</summary>
    public static WildberriesErrorBody? TryRead(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var requestId = Text(body, "requestId");
        var title = Text(body, "title");
        var detail = Text(body, "detail");

        if (body.TryGetProperty("errorText", out _) && body.TryGetProperty("error", out var flag))
        {
            return flag.ValueKind == JsonValueKind.True
                ? new WildberriesErrorBody(WildberriesErrorShape.Service, Text(body, "errorText") ?? "", requestId)
                : null;
        }

        if (Text(body, "error") is { } chatError)
        {
            return new WildberriesErrorBody(WildberriesErrorShape.Chat, chatError, requestId);
        }

        if (title is null && detail is null)
        {
            return null;
        }

        var isGateway = body.TryGetProperty("status", out _) || !string.Equals(Text(body, "origin"), "fbapi", StringComparison.Ordinal);
        return new WildberriesErrorBody(isGateway ? WildberriesErrorShape.Gateway : WildberriesErrorShape.Answer, detail ?? title!, requestId);
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
