using System.Diagnostics;

namespace AgentIQ.Server.Problems;

/// <summary>Every error of the API is problem+json with a title, a detail, a code and the trace's id; none shows internals.</summary>
internal static class ProblemSetup
{
    public static IServiceCollection AddProblems(this IServiceCollection services)
        => services
            .AddProblemDetails(options => options.CustomizeProblemDetails = Complete)
            .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
            .AddExceptionHandler<BadRequestHandler>();

    /// <summary>Outermost but for headers and the request log: whatever fails inside is answered here.</summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app)
        => app.UseExceptionHandler()
            .UseStatusCodePages(page => page.HttpContext.WriteProblemAsync(CommonProblems.For(page.HttpContext.Response.StatusCode)));

    private static void Complete(ProblemDetailsContext context)
    {
        var details = context.ProblemDetails;
        if (!details.Extensions.ContainsKey("code"))
        {
            var known = ProblemResults.Details(
                context.HttpContext, CommonProblems.For(details.Status ?? context.HttpContext.Response.StatusCode));
            details.Type = known.Type;
            details.Title = known.Title;
            details.Detail = known.Detail;
            details.Extensions["code"] = known.Extensions["code"];
        }

        details.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
    }
}
