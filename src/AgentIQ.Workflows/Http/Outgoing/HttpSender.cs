using System.Net;
using System.Text;
using System.Text.Json;

namespace AgentIQ.Workflows.Http.Outgoing;

/// <summary>
/// Sends workflows' requests: one pool of connections for the process, every one opened by <see cref="GuardedConnector"/>. No proxy, no
/// cookies, and no redirect is followed: where the answer points is for the workflow to decide.
/// </summary>
internal sealed class HttpSender : IDisposable
{
    private readonly HttpMessageInvoker _client;
    private readonly WorkflowHttpOptions _options;

    public HttpSender(WorkflowOptions options)
    {
        _options = options.Http;
        var connector = new GuardedConnector(new AddressGuard(_options));
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = connector.ConnectAsync,
            ConnectTimeout = _options.ConnectTimeout,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 64,
            ActivityHeadersPropagator = null,
        });
    }

    /// <exception cref="HttpRequestException">There was no connection, or it broke.</exception>
    /// <exception cref="ForbiddenAddressException">It must not be reached.</exception>
    /// <exception cref="InvalidDataException">The answer is too large.</exception>
    public async Task<HttpAnswer> SendAsync(HttpCall call, IReadOnlyDictionary<string, string> headers, string idempotencyKey, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Url);
        if (call.Content is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(call.Content));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", call.ContentType);
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (!request.Headers.Contains(HttpHeaderText.IdempotencyKey))
        {
            request.Headers.TryAddWithoutValidation(HttpHeaderText.IdempotencyKey, idempotencyKey);
        }

        using var response = await _client.SendAsync(request, ct);
        return await ReadAsync(response, ct);
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var body = await ReadBodyAsync(response, ct);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => h.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
        var type = response.Content.Headers.ContentType;
        return new HttpAnswer(HttpEnd.Answered, (int)response.StatusCode, headers, type?.ToString(), HttpContentText.Parse(body, type?.MediaType, type?.CharSet));
    }

    /// <summary>A small answer may unpack to a huge one, so what counts is what comes out.</summary>
    private async Task<byte[]> ReadBodyAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            if (body.Length + read > _options.LargestAnswer)
            {
                throw new InvalidDataException($"The answer is larger than {_options.LargestAnswer} bytes. Ask for less, or have an administrator raise WorkflowOptions.Http.LargestAnswer.");
            }

            await body.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return body.ToArray();
    }
}
