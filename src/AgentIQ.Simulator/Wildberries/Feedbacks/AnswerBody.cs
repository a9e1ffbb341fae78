using System.Net.Http.Headers;
using System.Text.Json;
using AgentIQ.Simulator.Wildberries.Errors;

namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>The body of POST and PATCH of an answer, with the checks of its content type, syntax and length.</summary>
/// <param name="Id">The feedback, not checked to exist.</param>
/// <param name="Text">The answer.</param>
internal sealed record AnswerBody(string Id, string Text)
{
    public const int MinLength = 2;
    public const int MaxLength = 5000;

    /// <summary>Reads a body; the error is the <c>detail</c> of the answer method's envelope.</summary>
    public static (AnswerBody? Body, string Error) Read(string? contentType, ReadOnlySpan<byte> bytes)
    {
        if (string.IsNullOrEmpty(contentType))
        {
            return (null, FeedbackErrors.NoContentType);
        }

        // MediaTypeHeaderValue also takes what has no slash in some forms; a mime type has one.
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.MediaType?.Contains('/', StringComparison.Ordinal) != true)
        {
            return (null, FeedbackErrors.BadContentType + contentType);
        }

        if (!string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase))
        {
            return (null, FeedbackErrors.NotJsonContentType + type.MediaType);
        }

        AnswerBody? body;
        try
        {
            body = JsonSerializer.Deserialize<AnswerBody>(bytes, WildberriesJson.Options);
        }
        catch (JsonException)
        {
            return (null, FeedbackErrors.BadJson);
        }

        if (string.IsNullOrEmpty(body?.Id))
        {
            return (null, "id is required");
        }

        // The vendor publishes the limits as numbers and not what their violation answers: this text is an assumption.
        return body.Text is { Length: >= MinLength and <= MaxLength }
            ? (body, "")
            : (null, $"text must be from {MinLength} to {MaxLength} characters");
    }
}
