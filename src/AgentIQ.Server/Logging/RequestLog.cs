using System.Diagnostics;
using AgentIQ.Server.Security;

namespace AgentIQ.Server.Logging;

/// <summary>One line per request. Without the query: a search is a customer's name more often than not.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        await next(context);
        var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
        var (method, path, status) = (context.Request.Method, context.Request.Path.Value, context.Response.StatusCode);
        if (CurrentUser.TryOf(context.User) is { } user)
        {
            logger.Log(
                LevelOf(context), "{Method} {Path} {Status} in {Elapsed:0.0} ms, user {UserId:D} of seller {SellerId:D}",
                method, path, status, elapsed, user.UserId, user.SellerId);
        }
        else
        {
            logger.Log(LevelOf(context), "{Method} {Path} {Status} in {Elapsed:0.0} ms", method, path, status, elapsed);
        }

        if (status >= StatusCodes.Status500InternalServerError)
        {
            // What the caller was told to name to the administrator.
            logger.LogWarning("{Path} failed, trace {Trace}", path, Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
        }
    }

    private static LogLevel LevelOf(HttpContext context)
        => context.Response.StatusCode >= 500 ? LogLevel.Warning
            : IsNoise(context.Request.Path) ? LogLevel.Debug
            : LogLevel.Information;

    private static bool IsNoise(PathString path)
        => path.StartsWithSegments("/health", StringComparison.Ordinal) || path.StartsWithSegments("/metrics", StringComparison.Ordinal) || path.StartsWithSegments("/assets", StringComparison.Ordinal);
}
