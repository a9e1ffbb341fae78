using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Security;

/// <summary>
/// Refuses what another site made the browser send: unsafe methods and WebSockets. Every current browser sends
/// <c>Sec-Fetch-Site</c>, older ones <c>Origin</c>; whoever sends neither is no browser and carries no stolen cookie.
/// The designer's elements cannot send an antiforgery token, so this and SameSite=Lax are the protection.
/// </summary>
internal static class OriginCheck
{
    public static IApplicationBuilder UseOriginCheck(this IApplicationBuilder app)
        => app.Use(static (context, next)
            => IsForeign(context) ? context.WriteProblemAsync(CommonProblems.CrossOrigin) : next(context));

    private static bool IsForeign(HttpContext context)
    {
        var request = context.Request;
        if (IsSafe(request.Method) && !context.WebSockets.IsWebSocketRequest)
        {
            return false;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is not ("same-origin" or "none");
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !IsOurs(origin, request);
    }

    private static bool IsSafe(string method)
        => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOurs(string origin, HttpRequest request)
        => string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
