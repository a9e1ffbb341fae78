using AgentIQ.Postgres;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Policies.Explanations;

/// <summary>Why something was decided about an interaction.</summary>
internal static class DecisionExplanationEndpoint
{
    public static IEndpointRouteBuilder MapDecisionExplanation(this IEndpointRouteBuilder api)
    {
        api.MapGet("/interactions/{id:guid}/decisions/{decisionId:guid}/explanation", GetAsync).WithTags("Interactions")
            .WithName("explainDecision").WithSummary("Why a policy set decided as it did, and why every other row did not")
            .WithDescription("By the version and the facts of the decision; exact says whether both could still be had.").ProducesProblem(404);
        return api;
    }

    private static async Task<Results<Ok<ExplanationView>, ProblemHttpResult>> GetAsync(
        Guid id, Guid decisionId, HttpContext context, CurrentUser user, Database database, DecisionExplanations explanations, CancellationToken ct) =>
        await database.InTenantAsync(user.SellerId, scope => explanations.FindAsync(scope, id, decisionId, context.Request.Language(), ct), ct) is { } view
            ? TypedResults.Ok(view)
            : context.Problem(CommonProblems.NotFound);
}
