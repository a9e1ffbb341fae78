using AgentIQ.Simulator.Wildberries.Gateway;
using AgentIQ.Simulator.Wildberries.RateLimits;

namespace AgentIQ.Simulator.Wildberries.Errors;

/// <summary>The first envelope: what the gateway before every service answers, as <c>application/problem+json</c>.</summary>
internal sealed class GatewayErrors(TimeProvider time, SimulatorRandom random)
{
    private const string Origin = "s2s-api-auth-catalog";

    public WireResponse Unauthorized(string reason) => Full(401, "unauthorized", "token problem; " + reason, "Unauthorized");

    public WireResponse PaymentRequired() => WireResponse.Of(
        402,
        new { title = "payment required", detail = "the balance of the service has run out" },
        WireResponse.Problem);

    /// <summary>The vendor documents 403 by status only ("method blocked"); the shape of 401 is assumed.</summary>
    public WireResponse ReadOnly() => Full(403, "access denied", "token is read-only; the method is not allowed", "Forbidden");

    public WireResponse TooManyRequests(TimeSpan retry, TimeSpan reset, int burst) =>
        Full(429, "too many requests", "limited by " + random.Uuid(), "Too Many Requests")
            .With(RateHeaders.Retry, RateHeaders.Seconds(retry))
            .With(RateHeaders.Reset, RateHeaders.Seconds(reset))
            .With(RateHeaders.Limit, RateHeaders.Number(burst));

    public WireResponse UnknownPath() => WireResponse.Of(
        404,
        new
        {
            title = "path not found",
            detail = "Please consult the https://dev.wildberries.ru/openapi/api-information",
            status = 404,
            statusText = "Not Found",
            timestamp = Now(),
        },
        WireResponse.Problem);

    private WireResponse Full(int status, string title, string detail, string statusText) => WireResponse.Of(
        status,
        new
        {
            title,
            detail,
            code = random.Hex()[..8] + "-" + status,
            requestId = random.Hex(),
            origin = Origin,
            status,
            statusText,
            timestamp = Now(),
        },
        WireResponse.Problem);

    private string Now() => WildberriesJson.Time(time.GetUtcNow());
}
