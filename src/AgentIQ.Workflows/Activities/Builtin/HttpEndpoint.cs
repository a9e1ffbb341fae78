using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Http.Incoming;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// Waits for a request under <c>/workflows/{tenant}/</c>, or starts a workflow when one comes. The caller waits until a WriteHttpResponse
/// answers, or until the workflow has nothing more to do without waiting.
/// </summary>
[Activity("Elsa.HttpEndpoint", Category = "HTTP", DisplayName = "HTTP Endpoint", Description = "Waits for an HTTP request, or starts a workflow when it comes.", IsTrigger = true)]
internal sealed class HttpEndpoint : WaitActivity
{
    [Input(Description = "The path below the tenant's address, with parameters such as orders/{id}.")]
    public string? Path { get; set; }

    [Input(Description = "The methods to accept.", UIHint = UIHints.CheckList, Options = ["GET", "POST", "PUT", "HEAD", "DELETE", "PATCH"], DefaultValue = new[] { "GET" })]
    public string[] SupportedMethods { get; set; } = ["GET"];

    [Input(Description = "Whether only signed-in people of the tenant may call it. Without it anybody may, where the installation allows that.", Category = "Security")]
    public bool Authorize { get; set; }

    [Input(Description = "An authorization policy that the caller must meet.", Category = "Security")]
    public string? Policy { get; set; }

    [Input(Description = "How long the caller waits for an answer.", Category = "Upload")]
    public TimeSpan? RequestTimeout { get; set; }

    [Input(Description = "The largest request, in bytes; never more than the installation allows.", Category = "Upload")]
    public long? RequestSizeLimit { get; set; }

    [Input(Description = "The largest file, in bytes.", Category = "Upload")]
    public long? FileSizeLimit { get; set; }

    [Input(Description = "Only files with these extensions. Empty: all.", Category = "Upload")]
    public string[] AllowedFileExtensions { get; set; } = [];

    [Input(Description = "No files with these extensions.", Category = "Upload")]
    public string[] BlockedFileExtensions { get; set; } = [];

    [Input(Description = "Only files of these MIME types. Empty: all.", Category = "Upload")]
    public string[] AllowedMimeTypes { get; set; } = [];

    [Output(Description = "The content: JSON and forms as a structure, text as text.")]
    public object? ParsedContent { get; set; }

    [Output(Description = "Files of a form: fileName, contentType, length, content (Base64).")]
    public object? Files { get; set; }

    [Output(Description = "Parameters of the path.")]
    public object? RouteData { get; set; }

    [Output(Description = "The query.")]
    public object? QueryStringData { get; set; }

    [Output(Description = "The headers, without those that identify the caller.")]
    public object? Headers { get; set; }

    [Output(Description = "The whole request.")]
    public object? Result { get; set; }

    /// <summary>Its stimuli, one a method.</summary>
    public IReadOnlyList<string> Names => string.IsNullOrWhiteSpace(Path) ? [] : [.. SupportedMethods.Select(m => EndpointName.Of(m, Path).ToString()).Distinct(StringComparer.Ordinal)];

    protected override IReadOnlyList<string> TriggerNamesAt(string activityId) => Names;

    protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
    {
        if (Names.Count == 0 || EndpointRoute.Problem(EndpointName.Of("GET", Path!).Template) is not null)
        {
            throw new InvalidOperationException($"Path: expected a path such as orders/{{id}} and at least one method, got '{Path}' and {SupportedMethods.Length} methods.");
        }

        foreach (var name in Names)
        {
            context.WaitFor(name);
        }

        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        if (stimulus.Payload is not null)
        {
            var request = stimulus.Read<HttpRequestData>();
            context.Burst.Instance.HttpRequestId = request.RequestId;
            ParsedContent = PlainValue.From(request.Content);
            Files = request.Files;
            RouteData = request.Route;
            QueryStringData = request.Query;
            Headers = request.Headers;
            Result = request;
        }

        context.Complete();
        return ValueTask.CompletedTask;
    }
}
