using System.Net;
using System.Text;

namespace AgentIQ.Ingestion.Tests.Support;

/// <summary>An HTTP that answers what a test says, and remembers what was asked.</summary>
internal sealed class StubHttp(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler, IHttpClientFactory
{
    public StubHttp(HttpStatusCode status, string body, string contentType = "application/json")
        : this((_, _) => Task.FromResult(Response(status, body, contentType)))
    {
    }

    public List<(string Method, string PathAndQuery, string? Authorization, string? Body)> Requests { get; } = [];

    public static HttpResponseMessage Response(HttpStatusCode status, string body, string contentType = "application/json") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, contentType) };

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request.Method.Method, request.RequestUri!.PathAndQuery, request.Headers.GetValues("Authorization").Single(), body));
        return await answer(request, cancellationToken);
    }
}
