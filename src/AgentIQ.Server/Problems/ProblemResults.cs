using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AgentIQ.Server.Problems;

/// <summary>Turns a <see cref="Problems.Problem"/> into an answer in the caller's language.</summary>
internal static class ProblemResults
{
    /// <summary>The result of an endpoint that refuses.</summary>
    /// <param name="context">The request, for its language.</param>
    /// <param name="problem">Why it refuses.</param>
    /// <param name="extensions">More members for the console, such as <c>violations</c>.</param>
    public static ProblemHttpResult Problem(
        this HttpContext context, Problem problem, params ReadOnlySpan<KeyValuePair<string, object?>> extensions)
    {
        var details = Details(context, problem);
        foreach (var (name, value) in extensions)
        {
            details.Extensions[name] = value;
        }

        return TypedResults.Problem(details);
    }

    /// <summary>Answers at once, for middleware and handlers outside endpoints.</summary>
    public static Task WriteProblemAsync(this HttpContext context, Problem problem) => context.Problem(problem).ExecuteAsync(context);

    /// <summary>The problem document; <c>traceId</c> is added by <see cref="ProblemSetup"/>.</summary>
    public static ProblemDetails Details(HttpContext context, Problem problem)
    {
        var language = context.Request.Language();
        return new ProblemDetails
        {
            Status = problem.Status,
            Type = "about:blank",
            Title = problem.Title.In(language),
            Detail = problem.Detail.In(language),
            Extensions = { ["code"] = problem.Code },
        };
    }
}
