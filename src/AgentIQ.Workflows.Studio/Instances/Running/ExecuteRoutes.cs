using AgentIQ.Postgres;
using AgentIQ.Workflows.Monitoring;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances.Running;

/// <summary>
/// The designer's Run: always the latest version, draft or not, and always as a sandbox run, so that trying a workflow reaches nobody.
/// The designer reads the headers alone (elsa-studio-contract 2.3).
/// </summary>
internal sealed class ExecuteRoutes(Database database, IWorkflowDefinitions definitions, IWorkflows workflows, IWorkflowViewer viewer, IDraftRuns draftRuns, RunWait wait)
{
    private const string InstanceHeader = "x-elsa-workflow-instance-id";

    private const string CannotStartHeader = "x-elsa-workflow-cannot-start";

    public async Task<IResult> RunAsync(string definitionId, RunRequest request, StudioCaller caller, HttpResponse response, CancellationToken ct)
    {
        var started = await database.InTenantAsync(caller.TenantId, scope => StartAsync(scope, definitionId, request, caller, ct), ct);
        response.Headers[CannotStartHeader] = started.IsStarted ? "False" : "True";
        if (!started.IsStarted)
        {
            return StudioJson.Ok(new ExecuteAnswer(WorkflowState: null));
        }

        response.Headers[InstanceHeader] = started.InstanceId.ToString();
        await wait.UntilItRestsAsync(caller.TenantId, started.InstanceId, ct);
        var instance = await database.InTenantAsync(caller.TenantId, scope => viewer.FindAsync(scope, started.InstanceId, ct), ct);
        return StudioJson.Ok(new ExecuteAnswer(instance?.WorkflowState));
    }

    private async Task<StartResult> StartAsync(TenantScope scope, string definitionId, RunRequest request, StudioCaller caller, CancellationToken ct)
    {
        var versionId = await definitions.FreezeAsync(scope, definitionId, VersionOptions.Latest, ct);
        var run = await draftRuns.PrepareAsync(scope, definitionId, sampleId: null, caller.Author, ct);
        var start = new StartWorkflow(definitionId, run.CorrelationId ?? request.CorrelationId, request.InputOver(run.Input)) { VersionId = versionId, Sandbox = true };
        return await workflows.TryStartAsync(scope, start, ct);
    }
}

/// <summary>What Run answers.</summary>
/// <param name="WorkflowState">Of the new instance; null: none was started.</param>
internal sealed record ExecuteAnswer(InstanceState? WorkflowState);

/// <summary>Maps <see cref="ExecuteRoutes"/>.</summary>
internal static class ExecuteMapping
{
    public static void MapExecute(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions/{definitionId}/execute", async (string definitionId, StudioCaller caller, ExecuteRoutes routes, HttpContext context, CancellationToken ct) =>
            await routes.RunAsync(definitionId, await context.Request.BodyAsync<RunRequest>(ct), caller, context.Response, ct)).ForEditors();
        api.MapGet("/workflow-definitions/{definitionId}/execute", (string definitionId, string? correlationId, StudioCaller caller, ExecuteRoutes routes, HttpContext context, CancellationToken ct) =>
            IsFromElsewhere(context.Request)
                ? Task.FromResult(Results.StatusCode(StatusCodes.Status403Forbidden))
                : routes.RunAsync(definitionId, new RunRequest { CorrelationId = correlationId }, caller, context.Response, ct)).ForEditors();
    }

    /// <summary>A GET that changes something: a link or a picture on another site must not be able to send it with the reader's session.</summary>
    private static bool IsFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
}
