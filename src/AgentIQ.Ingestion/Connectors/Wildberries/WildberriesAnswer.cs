using System.Net;
using System.Text;
using System.Text.Json;

namespace AgentIQ.Ingestion.Wildberries;

/// <summary>One answer of Wildberries, read whole, and the judgement of what it is.</summary>
/// <param name="Call">What was asked.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; may be anything.</param>
/// <param name="RetryAfter">From <c>X-Ratelimit-Retry</c>: how long nothing is allowed.</param>
internal sealed record WildberriesAnswer(WildberriesCall Call, HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter)
{
    private bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The <c>data</c> of a successful answer.</summary>
    /// <exception cref="ConnectorException">It is anything else.</exception>
    public JsonElement Data() => Expect("data");

    /// <summary>One property of a successful answer.</summary>
    /// <exception cref="ConnectorException">It is anything else.</exception>
    public JsonElement Expect(string property)
    {
        var body = Json();
        if (WildberriesErrorBody.TryRead(body) is { } error)
        {
            throw Failure(error);
        }

        return body.ValueKind == JsonValueKind.Object && body.TryGetProperty(property, out var value)
            ? value
            : throw Wrong($"expected an object with \"{property}\"");
    }

    /// <summary>For calls that answer with nothing: throws unless it was a success.</summary>
    public void Accept()
    {
        if (!IsSuccess)
        {
            throw Failure(ErrorOrNull());
        }

        // A 2xx of these calls is empty; a body with an error in it is an error whatever the status says.
        if (Body.Length > 0 && ErrorOrNull() is { } error)
        {
            throw Failure(error);
        }
    }

    /// <summary>An exception for an answer whose JSON is whole and not what the contract says.</summary>
    public ConnectorException Wrong(string problem) => new(
        ConnectorFault.Malformed,
        Reason.Of(ReasonCodes.WrongAnswer, ("problem", problem), ("excerpt", Excerpt.Start(Text(), Call.Token))));

    private JsonElement Json()
    {
        if (!IsSuccess)
        {
            throw Failure(ErrorOrNull());
        }

        if (Body.All(character => character is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
        {
            throw Unavailable(ReasonCodes.EmptyAnswer, ("status", (int)Status));
        }

        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw NotJson(e);
        }
    }

    private ConnectorException NotJson(JsonException cause)
    {
        if (IsHtml())
        {
            return Unavailable(ReasonCodes.HtmlAnswer, ("status", (int)Status), ("excerpt", Excerpt.Start(Text(), Call.Token)));
        }

        return IsCut()
            ? Unavailable(ReasonCodes.CutAnswer, ("excerpt", Excerpt.End(Text(), Call.Token)))
            : new ConnectorException(
                ConnectorFault.Malformed,
                Reason.Of(ReasonCodes.WrongAnswer, ("problem", "expected JSON"), ("excerpt", Excerpt.Start(Text(), Call.Token))),
                innerException: cause);
    }

    /// <summary>What to do after a status that is no success, or an error envelope inside one.</summary>
    private ConnectorException Failure(WildberriesErrorBody? error)
    {
        var detail = error is null ? Excerpt.Start(Text(), Call.Token) : Excerpt.Start(error.Detail, Call.Token);
        return Status switch
        {
            HttpStatusCode.Unauthorized => Unauthorized(ReasonCodes.TokenRefused, detail),
            HttpStatusCode.Forbidden => Unauthorized(ReasonCodes.AccessDenied, detail),
            HttpStatusCode.PaymentRequired => new ConnectorException(ConnectorFault.Unauthorized, Reason.Of(ReasonCodes.PaymentRequired, ("detail", detail))),
            HttpStatusCode.TooManyRequests => new ConnectorException(
                ConnectorFault.RateLimited,
                Reason.Of(ReasonCodes.RateLimited, ("seconds", (long)Math.Ceiling(RetryAfter?.TotalSeconds ?? 0))),
                RetryAfter),
            HttpStatusCode.NotFound when error?.Shape != WildberriesErrorShape.Service => new ConnectorException(
                ConnectorFault.Refused, Reason.Of(ReasonCodes.PathUnknown, ("path", Call.Path))),
            _ when (int)Status is >= 400 and < 500 or (>= 200 and < 300) => new ConnectorException(
                ConnectorFault.Refused, Reason.Of(ReasonCodes.Refused, ("status", (int)Status), ("detail", detail))),
            _ when IsHtml() => Unavailable(ReasonCodes.HtmlAnswer, ("status", (int)Status), ("excerpt", detail)),
            _ => Unavailable(ReasonCodes.ServerError, ("status", (int)Status), ("excerpt", detail)),
        };
    }

    /// <summary>The marketplace decides that a token is refused; what the token says about itself only explains why.</summary>
    private ConnectorException Unauthorized(string code, string detail) =>
        new(ConnectorFault.Unauthorized, WildberriesTokenCheck.Explain(Call.Token, Call.Method, Call.At) ?? Reason.Of(code, ("detail", detail)));

    private static ConnectorException Unavailable(string code, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        new(ConnectorFault.Unavailable, Reason.Of(code, arguments));

    private WildberriesErrorBody? ErrorOrNull()
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return WildberriesErrorBody.TryRead(document.RootElement);
        }
        catch (JsonException)
        {
            // Not one of the envelopes: the status and the excerpt speak for it.
            return null;
        }
    }

    private bool IsHtml() => Text().AsSpan().TrimStart().StartsWith("<");

    /// <summary>True when the body is the beginning of valid JSON.</summary>
    private bool IsCut()
    {
        var reader = new Utf8JsonReader(Body, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private string Text() => Encoding.UTF8.GetString(Body);
}

/// <summary>One question to Wildberries.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without the query.</param>
/// <param name="Token">The token that is sent; struck out of every excerpt.</param>
/// <param name="At">When it was asked.</param>
internal sealed record WildberriesCall(HttpMethod Method, string Path, string Token, DateTimeOffset At);
