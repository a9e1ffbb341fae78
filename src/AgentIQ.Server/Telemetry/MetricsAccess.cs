using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace AgentIQ.Server.Telemetry;

/// <summary>Who may scrape: the bearer of <see cref="TelemetrySetup.TokenVariable"/>, or without one a process on this machine that no proxy speaks for.</summary>
internal sealed class MetricsAccess(IConfiguration configuration)
{
    private readonly string? _token = configuration[TelemetrySetup.TokenVariable];

    public bool Allows(HttpContext context)
        => string.IsNullOrEmpty(_token)
            ? IsThisMachine(context)
            : CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes("Bearer " + _token));

    private static bool IsThisMachine(HttpContext context)
        => (context.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(context.Connection.RemoteIpAddress))
            && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");
}
