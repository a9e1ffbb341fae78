using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Ingestion.Wildberries;

/// <summary>
/// Wildberries' feedbacks host over HTTP: the token, the pace, the time limit, and every kind of answer turned
/// into data or a <see cref="ConnectorException"/>. Knows no meaning of the data.
/// </summary>
internal sealed class WildberriesClient(
    IHttpClientFactory http, IPacer pacer, WildberriesOptions options, TimeProvider time, ILogger<WildberriesClient> logger)
{
    /// <summary>Name of the HTTP client in the factory.</summary>
    public const string HttpClientName = "wildberries";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Asks for data.</summary>
    /// <param name="connection">For whom.</param>
    /// <param name="path">Path without the query.</param>
    /// <param name="query">The query without its question mark.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<WildberriesAnswer> GetAsync(ChannelConnection connection, string path, string query, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(connection.AddressOr(options.FeedbacksAddress), $"{path}?{query}"));
        return await SendAsync(connection, request, path, BucketOf(connection), cancellationToken);
    }

    /// <summary>
    /// Asks whether the host takes the token for its services. It has a limit of its own, so that a check does not cost
    /// a Base token one of its five calls an hour.
    /// </summary>
    public async Task PingAsync(ChannelConnection connection, CancellationToken cancellationToken)
    {
        const string Path = "/ping";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(connection.AddressOr(options.FeedbacksAddress), Path));
        var answer = await SendAsync(connection, request, Path, new PaceBucket(connection.SellerId, "wildberries/ping", options.PingPace), cancellationToken);
        answer.Expect("Status");
    }

    /// <summary>Asks for a change; any answer but a success throws.</summary>
    public async Task ChangeAsync(ChannelConnection connection, HttpMethod method, string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(connection.AddressOr(options.FeedbacksAddress), path)) { Content = JsonContent.Create(body, options: Json) };
        var answer = await SendAsync(connection, request, path, BucketOf(connection), cancellationToken);
        answer.Accept();
    }

    /// <summary>The bucket of an account: Wildberries counts per account and kind of token, for all methods of the host together.</summary>
    public PaceBucket BucketOf(ChannelConnection connection)
    {
        if (connection.IsSandbox)
        {
            // A trial must not use up the real account's calls, nor wait for them.
            return new PaceBucket(connection.SellerId, "wildberries/sandbox", options.StandardPace);
        }

        var kind = WildberriesToken.TryRead(connection.Secret)?.Kind ?? WildberriesTokenKind.Unknown;
        return kind == WildberriesTokenKind.Base
            ? new PaceBucket(connection.SellerId, "wildberries/feedbacks/base", options.BasePace)
            : new PaceBucket(connection.SellerId, "wildberries/feedbacks/standard", options.StandardPace);
    }

    private async Task<WildberriesAnswer> SendAsync(
        ChannelConnection connection, HttpRequestMessage request, string path, PaceBucket bucket, CancellationToken cancellationToken)
    {
        var token = connection.Secret.Trim();
        if (token.Any(character => character is < '!' or > '~'))
        {
            // A line break in a pasted token would begin a header of its own.
            throw new ConnectorException(ConnectorFault.Unauthorized, Reason.Of(ReasonCodes.TokenMalformed));
        }

        request.Headers.TryAddWithoutValidation("Authorization", options.AuthorizationPrefix + token);
        var expected = await pacer.AcquireAsync(bucket, cancellationToken);
        var call = new WildberriesCall(request.Method, path, token, time.GetUtcNow());
        var started = time.GetTimestamp();

        using var limit = new CancellationTokenSource(options.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var client = http.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await ObserveAsync(bucket, expected, response, cancellationToken);
            var body = await ReadAsync(response, either.Token);
            logger.LogDebug(
                "Wildberries {Method} {Path} for {Connection}: {Status}, {Bytes} bytes in {Elapsed}",
                request.Method, path, connection, (int)response.StatusCode, body.Length, time.GetElapsedTime(started));
            return new WildberriesAnswer(call, response.StatusCode, body, Seconds(response, "X-Ratelimit-Retry") ?? response.Headers.RetryAfter?.Delta);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException(
                ConnectorFault.Unavailable, Reason.Of(ReasonCodes.NoAnswer, ("seconds", options.RequestTimeout.TotalSeconds)), innerException: e);
        }
        catch (HttpRequestException e)
        {
            throw new ConnectorException(
                ConnectorFault.Unavailable, Reason.Of(ReasonCodes.Unreachable, ("detail", Excerpt.Start(e.InnerException?.Message ?? e.Message, token))), innerException: e);
        }
        catch (IOException e)
        {
            // The connection was cut inside the body.
            throw new ConnectorException(ConnectorFault.Unavailable, Reason.Of(ReasonCodes.CutAnswer, ("excerpt", Excerpt.Start(e.Message, token))), innerException: e);
        }
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + count > options.MaxBodyBytes)
            {
                throw new ConnectorException(
                    ConnectorFault.Malformed,
                    Reason.Of(ReasonCodes.WrongAnswer, ("problem", $"expected at most {options.MaxBodyBytes} bytes"), ("excerpt", "")));
            }

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    private async Task ObserveAsync(PaceBucket bucket, int expected, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            var pause = Seconds(response, "X-Ratelimit-Retry") ?? response.Headers.RetryAfter?.Delta ?? bucket.Profile.Interval;
            await pacer.HoldAsync(bucket, pause, cancellationToken);
        }
        else if (Number(response, "X-Ratelimit-Remaining") is { } remaining && remaining < expected)
        {
            await pacer.CorrectAsync(bucket, (int)remaining, cancellationToken);
        }
    }

    private static TimeSpan? Seconds(HttpResponseMessage response, string header) =>
        Number(response, header) is { } seconds and >= 0 and < 86_400 ? TimeSpan.FromSeconds(seconds) : null;

    private static double? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values)
        && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
