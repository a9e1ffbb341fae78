using AgentIQ.Postgres;
using AgentIQ.Server.Api.Workflows.Comparison;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Workflows.Definitions;

/// <summary>What stands beside the editor: where a definition is, what is wrong with it, what changed.</summary>
internal static class DefinitionEndpoints
{
    public static IEndpointRouteBuilder MapDefinitions(this IEndpointRouteBuilder workflows)
    {
        var definition = workflows.MapGroup("/definitions/{definitionId}");

        definition.MapGet("", GetAsync)
            .WithName("getWorkflowDefinition").WithSummary("Where a workflow definition stands").ProducesProblem(404);

        definition.MapGet("/findings", CheckAsync)
            .WithName("listWorkflowFindings").WithSummary("What is wrong with its latest version")
            .WithDescription("The findings that publishing would have; an error forbids it.").ProducesProblem(404);

        definition.MapGet("/comparison", CompareAsync)
            .WithName("compareWorkflowVersions").WithSummary("What changed between two of its versions")
            .WithDescription("from and to are published, base (the release's version that the copy was made from), newer_base (what a later release made of it), latest, or a number. Without them: from published to latest.")
            .ProducesProblem(400).ProducesProblem(404);

        return workflows;
    }

    private static async Task<Results<Ok<WorkflowDefinitionView>, ProblemHttpResult>> GetAsync(
        string definitionId, HttpContext context, CurrentUser user, Database database, DefinitionViews views, CancellationToken ct) =>
        await database.InTenantAsync(user.SellerId, scope => views.FindAsync(scope, definitionId, user, ct), ct) is { } view
            ? TypedResults.Ok(view)
            : context.Problem(CommonProblems.NotFound);

    private static async Task<Results<Ok<WorkflowFindings>, ProblemHttpResult>> CheckAsync(
        string definitionId, HttpContext context, CurrentUser user, Database database, DefinitionViews views, CancellationToken ct) =>
        await database.InTenantAsync(user.SellerId, scope => views.CheckAsync(scope, definitionId, context.Request.Language(), ct), ct) is { } findings
            ? TypedResults.Ok(findings)
            : context.Problem(CommonProblems.NotFound);

    private static async Task<Results<Ok<WorkflowComparison>, ProblemHttpResult>> CompareAsync(
        string definitionId, string? from, string? to, HttpContext context, CurrentUser user, Database database, ComparisonViews views, CancellationToken ct)
    {
        if (!ComparedVersion.TryParse(from, ComparedVersion.Published, out var first) || !ComparedVersion.TryParse(to, ComparedVersion.Latest, out var second))
        {
            return context.Problem(WorkflowProblems.BadVersion);
        }

        return await database.InTenantAsync(user.SellerId, scope => views.CompareAsync(scope, definitionId, first, second, context.Request.Language(), ct), ct) is { } comparison
            ? TypedResults.Ok(comparison)
            : context.Problem(CommonProblems.NotFound);
    }
}
