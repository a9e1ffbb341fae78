using System.Text;
using AgentIQ.Simulator.Wildberries.Errors;
using AgentIQ.Simulator.Wildberries.Faults;
using AgentIQ.Simulator.Wildberries.RateLimits;
using AgentIQ.Simulator.Wildberries.Tokens;

namespace AgentIQ.Simulator.Wildberries.Gateway;

/// <summary>The course of every request: gates, faults, token, rate limit, method, gates again, response, one line in the log.</summary>
internal sealed class WildberriesGateway
{
    private readonly WildberriesSimulator _simulator;
    private readonly GatewayErrors _errors;
    private readonly TokenCheck _tokens;
    private readonly SpoiledResponses _spoiled;

    public WildberriesGateway(WildberriesSimulator simulator, FeedbackErrors service)
    {
        _simulator = simulator;
        _errors = new GatewayErrors(simulator.Time, simulator.Random);
        _tokens = new TokenCheck(simulator, _errors, service);
        _spoiled = new SpoiledResponses(_errors, service);
    }

    /// <param name="context">The request.</param>
    /// <param name="route">Its route; <see langword="null"/> for an unknown path.</param>
    public async Task HandleAsync(HttpContext context, WildberriesRoute? route)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _simulator.Stopping);
        var started = _simulator.Time.GetTimestamp();
        var body = await ReadBodyAsync(context.Request, cancellation.Token).ConfigureAwait(false);
        var request = _simulator.Log.Begin(
            _simulator.Time.GetUtcNow(),
            context.Request.Method,
            context.Request.Path.Value ?? "/",
            context.Request.QueryString.Value ?? "",
            Encoding.UTF8.GetString(body));
        var fault = (Fault?)null;
        try
        {
            await _simulator.Gates.PassAsync(request, RequestMoment.Arrived, cancellation.Token).ConfigureAwait(false);
            fault = _simulator.Faults.Take(request.Method, request.Path);
            if (fault?.Kind == FaultKind.Hang)
            {
                await Task.Delay(fault.Delay ?? Timeout.InfiniteTimeSpan, _simulator.Time, cancellation.Token).ConfigureAwait(false);
            }

            (var response, request) = Respond(context, route, request, body, fault);
            _simulator.Log.Update(request);
            await _simulator.Gates.PassAsync(request, RequestMoment.Handled, cancellation.Token).ConfigureAwait(false);
            if (response is null)
            {
                await Task.Delay(fault?.Delay ?? TimeSpan.Zero, _simulator.Time, cancellation.Token).ConfigureAwait(false);
                context.Abort();
            }
            else
            {
                request = request with { Status = response.Status };
                _simulator.Log.Update(request);
                await SendAsync(context, response, torn: fault?.Kind == FaultKind.TornBody).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The client has given up, or the simulator stops: there is nobody to answer.
            context.Abort();
        }

        LogLine(request, fault, started);
    }

    /// <summary>The response, or <see langword="null"/> when the connection is to be reset.</summary>
    private (WireResponse? Response, SimulatedRequest Request) Respond(HttpContext context, WildberriesRoute? route, SimulatedRequest request, byte[] body, Fault? fault)
    {
        if (fault?.Kind == FaultKind.ConnectionReset)
        {
            return (null, request);
        }

        if (fault is not null && _spoiled.Instead(fault) is { } instead)
        {
            return (instead, request);
        }

        var (response, seen) = Handle(context, route, request, body);
        return fault switch
        {
            null => (response, seen),
            { Kind: FaultKind.AcceptedWithoutResponse } => (null, seen),
            _ => (SpoiledResponses.Spoil(fault, response), seen),
        };
    }

    private (WireResponse Response, SimulatedRequest Request) Handle(HttpContext context, WildberriesRoute? route, SimulatedRequest request, byte[] body)
    {
        if (route is null)
        {
            return (_errors.UnknownPath(), request);
        }

        var verdict = _tokens.Check(context.Request.Headers.Authorization, route);
        if (verdict is not { Seller: { } seller, Claims: { } claims })
        {
            return (verdict.Refusal!, request);
        }

        var seen = request with { Seller = seller.Sid, TokenKind = claims.Kind };
        var limit = HasBaseProfile(claims, context.Request) ? route.BaseLimit : route.Limit;
        var bucket = _simulator.Options.EnforceRateLimits
            ? _simulator.Limiter.Take(new BucketKey(route.Group, seller.Sid, TokenScope(claims, limit == route.BaseLimit)), limit)
            : BucketAnswer.Full(limit);
        if (!bucket.Allowed)
        {
            return (_errors.TooManyRequests(bucket.Retry, bucket.Reset, limit.Burst), seen);
        }

        var call = new WildberriesCall(seller, context.Request.Query, context.Request.ContentType, body, _simulator.Time.GetUtcNow());
        return (route.Handler(call).With(RateHeaders.Remaining, RateHeaders.Number(bucket.Remaining)), seen);
    }

    private bool HasBaseProfile(WildberriesTokenClaims claims, HttpRequest request) =>
        claims.Kind == WildberriesTokenKind.Base
        && (_simulator.Options.ServiceSecretHeader is not { } header || string.IsNullOrEmpty(request.Headers[header]));

    private static string TokenScope(WildberriesTokenClaims claims, bool plainBase) => claims.Kind switch
    {
        WildberriesTokenKind.Service => claims.For ?? "asid:",
        WildberriesTokenKind.Base when !plainBase => "Base with secret",
        var kind => kind.ToString(),
    };

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
        return memory.ToArray();
    }

    private static async Task SendAsync(HttpContext context, WireResponse response, bool torn)
    {
        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (response.ContentType is null)
        {
            return;
        }

        context.Response.ContentType = response.ContentType;
        context.Response.ContentLength = response.Body.Length;
        if (torn)
        {
            await context.Response.Body.WriteAsync(response.Body.AsMemory(0, response.Body.Length / 2), context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private void LogLine(SimulatedRequest request, Fault? fault, long started) => _simulator.Logger.LogInformation(
        "{Method} {Path}{Query} -> {Status}{Fault}, {Caller}, {Elapsed:0} ms",
        request.Method,
        request.Path,
        Uri.UnescapeDataString(request.Query),
        (object?)request.Status ?? "no response",
        fault is null ? "" : $" (fault {fault.Kind})",
        request is { TokenKind: { } kind, Seller: { } sid } ? $"{kind} token of «{_simulator.FindSeller(sid)?.Name}»" : "no token accepted",
        _simulator.Time.GetElapsedTime(started).TotalMilliseconds);
}
