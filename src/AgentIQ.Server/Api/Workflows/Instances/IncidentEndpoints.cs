using AgentIQ.Postgres;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Studio.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Workflows.Instances;

/// <summary>What has failed, and what a person does about it. The engine records who did it.</summary>
internal static class IncidentEndpoints
{
    public static IEndpointRouteBuilder MapIncidents(this IEndpointRouteBuilder workflows)
    {
        var incidents = workflows.MapGroup("/incidents");

        incidents.MapGet("", ListAsync)
            .WithName("listWorkflowIncidents").WithSummary("The open incidents of all workflow instances, oldest first");

        var incident = incidents.MapGroup("/{id:guid}").RequireAuthorization(AccessPolicies.CanManage);

        incident.MapPost("/retry", RetryAsync)
            .WithName("retryWorkflowIncident").WithSummary("Try what failed again").WithDescription("A faulted instance goes on.")
            .ProducesProblem(404).ProducesProblem(409);

        incident.MapPost("/skip", SkipAsync)
            .WithName("skipWorkflowIncident").WithSummary("Go on as if the activity had completed with the chosen outcome")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

        incident.MapPost("/cancel", CancelAsync)
            .WithName("cancelWorkflowIncident").WithSummary("Stop the instance that the incident is about")
            .ProducesProblem(404).ProducesProblem(409);

        return workflows;
    }

    private static async Task<Ok<IReadOnlyList<ListedWorkflowIncident>>> ListAsync(
        HttpContext context, CurrentUser user, Database database, IncidentViews views, CancellationToken ct) =>
        TypedResults.Ok(await database.InTenantAsync(user.SellerId, scope => views.ListAsync(scope, context.Request.Language(), ct), ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(
        Guid id, HttpContext context, CurrentUser user, IStudioCallers people, Database database, IIncidents incidents, CancellationToken ct)
    {
        try
        {
            return await ActAsync(id, context, user, people, database, incidents, (scope, actor, _) => incidents.RetryAsync(scope, id, actor, ct), ct);
        }
        catch (ActivationRefusedException refused)
        {
            return context.Problem(WorkflowProblems.ActivationRefused, KeyValuePair.Create<string, object?>("rival", refused.Rival));
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SkipAsync(
        Guid id, SkipIncidentRequest request, HttpContext context, CurrentUser user, IStudioCallers people, Database database, IIncidents incidents, CancellationToken ct)
    {
        IncidentChoices? choices = null;
        var result = await ActAsync(
            id,
            context,
            user,
            people,
            database,
            incidents,
            async (scope, actor, found) => (choices = found).Outcomes.Contains(request.Outcome) && await incidents.SkipAsync(scope, id, request.Outcome, actor, ct),
            ct);
        return choices switch
        {
            { Outcomes.Count: 0 } => context.Problem(WorkflowProblems.NotSkippable),
            { Outcomes: var outcomes } when !outcomes.Contains(request.Outcome) => context.Problem(WorkflowProblems.WrongOutcome, KeyValuePair.Create<string, object?>("outcomes", outcomes)),
            _ => result,
        };
    }

    private static Task<Results<NoContent, ProblemHttpResult>> CancelAsync(
        Guid id, HttpContext context, CurrentUser user, IStudioCallers people, Database database, IIncidents incidents, CancellationToken ct) =>
        ActAsync(id, context, user, people, database, incidents, (scope, actor, _) => incidents.CancelAsync(scope, id, actor, ct), ct);

    /// <summary>Does something about an incident that is open; says so when it is not.</summary>
    private static async Task<Results<NoContent, ProblemHttpResult>> ActAsync(
        Guid id,
        HttpContext context,
        CurrentUser user,
        IStudioCallers people,
        Database database,
        IIncidents incidents,
        Func<TenantScope, string, IncidentChoices, Task<bool>> act,
        CancellationToken ct)
    {
        var actor = (await people.OfAsync(context)).Author;
        var refusal = await database.InTenantAsync(
            user.SellerId,
            async scope => !(await incidents.ChoicesAsync(scope, [id], ct)).TryGetValue(id, out var choices) ? CommonProblems.NotFound
                : choices.IsOpen && await act(scope, actor, choices) ? null
                : WorkflowProblems.IncidentResolved,
            ct);
        return refusal is null ? TypedResults.NoContent() : context.Problem(refusal);
    }
}
