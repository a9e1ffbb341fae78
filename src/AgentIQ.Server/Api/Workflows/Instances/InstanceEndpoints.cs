using AgentIQ.Postgres;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Studio.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Workflows.Instances;

/// <summary>What stands around the viewer: one instance, and how to stop it.</summary>
internal static class InstanceEndpoints
{
    public static IEndpointRouteBuilder MapInstances(this IEndpointRouteBuilder workflows)
    {
        var instance = workflows.MapGroup("/instances/{id:guid}");

        instance.MapGet("", GetAsync)
            .WithName("getWorkflowInstance").WithSummary("Where a workflow instance stands").ProducesProblem(404);

        instance.MapPost("/cancel", CancelAsync).RequireAuthorization(AccessPolicies.CanManage)
            .WithName("cancelWorkflowInstance").WithSummary("Stop a workflow instance for good")
            .WithDescription("What waits is dropped; what is on its way outside is finished, and its result ignored.")
            .ProducesProblem(404).ProducesProblem(409);

        return workflows;
    }

    private static async Task<Results<Ok<WorkflowInstanceView>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext context, CurrentUser user, Database database, InstanceViews views, CancellationToken ct) =>
        await database.InTenantAsync(user.SellerId, scope => views.FindAsync(scope, id, context.Request.Language(), ct), ct) is { } view
            ? TypedResults.Ok(view)
            : context.Problem(CommonProblems.NotFound);

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(
        Guid id, HttpContext context, CurrentUser user, IStudioCallers people, Database database, IWorkflowMonitor monitor, IIncidents incidents, CancellationToken ct)
    {
        var actor = (await people.OfAsync(context)).Author;
        var refusal = await database.InTenantAsync(
            user.SellerId,
            async scope => await incidents.CancelInstanceAsync(scope, id, actor, ct) ? null
                : await monitor.FindAsync(scope, id, ct) is null ? CommonProblems.NotFound
                : WorkflowProblems.InstanceFinished,
            ct);
        return refusal is null ? TypedResults.NoContent() : context.Problem(refusal);
    }
}
