using AgentIQ.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Policies.Checks;

/// <summary>Checks a text before anybody saves it.</summary>
internal static class CheckEndpoints
{
    public static IEndpointRouteBuilder MapPolicyChecks(this IEndpointRouteBuilder set)
    {
        set.MapPost("/check", Check)
            .WithName("checkPolicy").WithSummary("What is wrong with a text, how its examples come out, and its rows as sentences")
            .WithDescription("Stores nothing.").ProducesProblem(404).ProducesProblem(413);
        return set;
    }

    private static Results<Ok<PolicyCheckView>, ProblemHttpResult> Check(string set, CheckPolicyRequest request, HttpContext context, PolicyChecks checks) =>
        PolicyDocuments.Refuse(request.Document) is { } refusal
            ? context.Problem(refusal)
            : TypedResults.Ok(PolicyChecks.View(checks.Check(set, request.Document), context.Request.Language()));
}

/// <summary>Asks what is wrong with a text.</summary>
/// <param name="Document">The set as JSON text.</param>
public sealed record CheckPolicyRequest(string Document);
