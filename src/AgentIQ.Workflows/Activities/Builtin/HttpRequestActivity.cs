using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Http;
using AgentIQ.Workflows.Http.Outgoing;
using Microsoft.Extensions.DependencyInjection;
using Polly.Timeout;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// A request to somebody else's server, as an effect. What may safely be asked twice is, up to three times; a POST or PATCH is sent
/// once, unless the definition sets a resilience strategy because the other side honours the Idempotency-Key.
/// </summary>
internal abstract class HttpRequestActivity : EffectActivity
{
    private static readonly EffectPolicy Once = new(1, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    private static readonly EffectPolicy Repeatedly = new(3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));

    [Input(Description = "Where to: an absolute http or https address.")]
    public string? Url { get; set; }

    [Input(Description = "The method.", UIHint = UIHints.Dropdown, DefaultValue = "GET", Options = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])]
    public string Method { get; set; } = "GET";

    [Input(Description = "What to send: a text as it is, anything else as JSON (or as a form, where the content type says so).")]
    public object? Content { get; set; }

    [Input(
        Description = "How the content is marked. Default: application/json for a structure, text/plain for a text.", UIHint = UIHints.Dropdown,
        Options = ["", "application/json", "application/soap+xml", "application/x-www-form-urlencoded", "application/xml", "text/html", "text/json", "text/plain", "text/richtext", "text/xml"])]
    public string? ContentType { get; set; }

    [Input(Description = "The Authorization header, such as: Bearer TOKEN. It is stored encrypted.", Category = "Security", IsSensitive = true)]
    public string? Authorization { get; set; }

    [Input(Description = "Sends the Authorization header as it is.", Category = "Security")]
    public bool DisableAuthorizationHeaderValidation { get; set; }

    [Input(Description = "More headers, as an object. They are stored encrypted.", UIHint = UIHints.JsonEditor, Category = "Advanced", IsSensitive = true)]
    public JsonObject? RequestHeaders { get; set; }

    [Input(Description = "Without meaning since Elsa 3.5: set a resilience strategy instead.")]
    public bool EnableResiliency { get; set; }

    [Output(Description = "The status code of the answer.")]
    public int? StatusCode { get; set; }

    [Output(Description = "The answer's content: a structure where it is JSON, otherwise text, or Base64 where it is no text.")]
    public object? ParsedContent { get; set; }

    [Output(Description = "The answer's headers, each with its values.")]
    public object? ResponseHeaders { get; set; }

    [Output(Description = "The whole answer.")]
    public object? Result { get; set; }

    /// <summary>Status codes that the workflow handles.</summary>
    protected abstract IReadOnlyList<int> Expected { get; }

    protected override ValueTask<EffectIntent?> PrepareAsync(StepContext context, CancellationToken ct)
    {
        var method = Method.Trim().ToUpperInvariant();
        var (content, type) = Body(context.Services.GetService<WorkflowOptions>()?.Http.LargestCall ?? int.MaxValue);
        var headers = HttpHeaderText.Read(RequestHeaders, Authorization, !DisableAuthorizationHeaderValidation);
        var call = new HttpCall(
            Address().AbsoluteUri, method, content, type, headers.Count == 0 ? null : HttpSecrets.Close(context.Services, context.TenantId, headers), Expected);
        return ValueTask.FromResult<EffectIntent?>(EffectIntent.Of($"{context.InstanceId}/{context.ExecutionNumber}", call) with
        {
            Policy = HttpCall.IsIdempotent(method) ? Repeatedly : Once,
        });
    }

    /// <summary>After a crash nobody knows whether the request was received: what may be sent only so often is not sent again.</summary>
    protected override ValueTask<EffectResult?> HasHappenedAsync(EffectContext context, CancellationToken ct) => ValueTask.FromResult(
        context.Attempt > context.Policy.Attempts && !HttpCall.IsIdempotent(context.Read<HttpCall>().Method)
            ? Ended(HttpEnd.Timeout, "The process ended while the request was under way, so whether it was received is unknown. It was not sent again.")
            : null);

    /// <summary>As if the first expected status had come, with nothing in the answer.</summary>
    protected override EffectResult PretendToRun(EffectContext context) =>
        EffectResult.Success(new HttpAnswer(HttpEnd.Answered, context.Read<HttpCall>().Expected is [var first, ..] ? first : 200, [], ContentType: null, Content: null)) with
        {
            Note = EffectResult.NotSentNote,
        };

    protected override async ValueTask<EffectResult> RunAsync(EffectContext context, CancellationToken ct)
    {
        var call = context.Read<HttpCall>();
        try
        {
            var headers = HttpSecrets.Read(context.Services, context.TenantId, call.Headers);
            var answer = await context.Services.GetRequiredService<HttpSender>().SendAsync(call, headers, context.IdempotencyKey, ct);
            return IsTemporary(answer.StatusCode) && !call.Expected.Contains(answer.StatusCode) && context.Attempt < context.Policy.Attempts
                ? throw new HttpRequestException($"The server answered {answer.StatusCode} for now.")
                : EffectResult.Success(answer);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new HttpRequestException(e.GetBaseException().Message, e);
        }
        catch (Exception e) when (e.GetBaseException() is ForbiddenAddressException or InvalidDataException)
        {
            return EffectResult.Failure(e.GetBaseException().Message);
        }
    }

    protected override EffectResult GiveUp(EffectContext context, Exception error) => error switch
    {
        TimeoutRejectedException or TimeoutException or OperationCanceledException => Ended(HttpEnd.Timeout, $"There was no answer within {context.Policy.Timeout:c}."),
        HttpRequestException or IOException => Ended(HttpEnd.FailedToConnect, error.GetBaseException().Message),
        _ => EffectResult.Failure(error.Message),
    };

    protected override ValueTask RecordAsync(StepContext context, EffectResult result, CancellationToken ct)
    {
        if (result.Value is null)
        {
            return ValueTask.CompletedTask;
        }

        var answer = result.Read<HttpAnswer>();
        if (answer.End == HttpEnd.Answered)
        {
            StatusCode = answer.StatusCode;
            ParsedContent = PlainValue.From(answer.Content);
            ResponseHeaders = answer.Headers;
            Result = new { answer.StatusCode, answer.Headers, answer.ContentType, answer.Content };
        }

        Follow(context, answer);
        return ValueTask.CompletedTask;
    }

    /// <summary>Picks the way on.</summary>
    protected abstract void Follow(StepContext context, HttpAnswer answer);

    private static EffectResult Ended(HttpEnd end, string error) => EffectResult.Failure(error, HttpAnswer.Without(end));

    private static bool IsTemporary(int statusCode) => statusCode is 408 or 429 or 502 or 503 or 504;

    private Uri Address()
    {
        if (!Uri.TryCreate(Url?.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
        {
            throw new InvalidOperationException($"Url: expected an absolute http or https address, got '{Url}'.");
        }

        return address.UserInfo.Length == 0
            ? address
            : throw new InvalidOperationException("Url: a name or password in the address would be stored readably. Use the Authorization input.");
    }

    private (string? Content, string? Type) Body(int largest)
    {
        if (Content is null or "")
        {
            return (null, null);
        }

        var type = string.IsNullOrWhiteSpace(ContentType) ? Content is string ? "text/plain; charset=utf-8" : "application/json" : ContentType.Trim();
        var content = Content is not string && type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? Form() : ValueConverter.Text(PlainValue.From(Content));
        return Encoding.UTF8.GetByteCount(content) <= largest
            ? (content, type)
            : throw new InvalidOperationException($"Content: expected at most {largest} bytes, got {Encoding.UTF8.GetByteCount(content)}.");
    }

    private string Form() => PlainValue.ToNode(Content) is JsonObject fields
        ? string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(ValueConverter.Text(PlainValue.From(f.Value)))}"))
        : throw new InvalidOperationException("Content: expected an object to send as a form.");
}
