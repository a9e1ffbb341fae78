using AgentIQ.Postgres;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Sandbox;
using AgentIQ.Server.Security;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Instances;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Workflows.Samples;

/// <summary>Trying a workflow before it is published.</summary>
internal static class SampleEndpoints
{
    public static IEndpointRouteBuilder MapSamples(this IEndpointRouteBuilder api)
    {
        var workflows = api.MapGroup(string.Empty).RequireAuthorization(AccessPolicies.CanManage);

        workflows.MapGet("/samples", ListAsync)
            .WithName("listWorkflowSamples").WithSummary("What a workflow can be tried with")
            .WithDescription("The shipped samples, then copies of the seller's latest interactions without personal data.").ProducesProblem(404);

        workflows.MapPost("/definitions/{definitionId}/runs", StartAsync)
            .WithName("startWorkflowRun").WithSummary("Try the latest version of a workflow")
            .WithDescription("Runs on an interaction made from the sample, which only its own link shows. Replies go to a simulated marketplace, other effects nowhere.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

        return workflows;
    }

    private static async Task<Results<Ok<IReadOnlyList<WorkflowSample>>, ProblemHttpResult>> ListAsync(
        string? definitionId, HttpContext context, CurrentUser user, Database database, IWorkflowDefinitionQueries definitions, SampleShelf samples, CancellationToken ct)
    {
        var language = context.Request.Language();
        var found = await database.InTenantAsync(
            user.SellerId,
            async scope => definitionId is null || await definitions.FindAsync(scope, definitionId, VersionOptions.Latest, ct) is not null
                ? await samples.ListAsync(scope, ct)
                : null,
            ct);
        return found is null
            ? context.Problem(CommonProblems.NotFound)
            : TypedResults.Ok<IReadOnlyList<WorkflowSample>>([.. found.Select(s => new WorkflowSample(s.Id, s.Title.In(language), s.Channel, s.Rating, s.Text))]);
    }

    private static async Task<Results<Ok<WorkflowRun>, ProblemHttpResult>> StartAsync(
        string definitionId,
        StartWorkflowRunRequest request,
        HttpContext context,
        StudioCaller caller,
        Database database,
        IWorkflowDefinitions definitions,
        IDraftRuns drafts,
        IWorkflows workflows,
        CancellationToken ct)
    {
        try
        {
            var started = await database.InTenantAsync(
                caller.TenantId,
                async scope =>
                {
                    var version = await definitions.FreezeAsync(scope, definitionId, VersionOptions.Latest, ct);
                    var run = await drafts.PrepareAsync(scope, definitionId, request.SampleId, caller.Author, ct);
                    return await workflows.TryStartAsync(scope, new StartWorkflow(definitionId, run.CorrelationId, run.Input) { VersionId = version, Sandbox = true }, ct);
                },
                ct);
            return started.IsStarted ? TypedResults.Ok(new WorkflowRun(started.InstanceId)) : context.Problem(SampleProblems.NotStarted);
        }
        catch (Exception e) when (e is DefinitionNotFoundException or WorkflowNotFoundException)
        {
            return context.Problem(CommonProblems.NotFound);
        }
        catch (UnknownSampleException)
        {
            return context.Problem(SampleProblems.UnknownSample);
        }
    }
}
