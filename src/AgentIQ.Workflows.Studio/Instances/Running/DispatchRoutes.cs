using AgentIQ.Postgres;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances.Running;

/// <summary>Starts instances of the published version, in earnest, and does not wait for them.</summary>
internal static class DispatchRoutes
{
    private const int MostAtOnce = 1000;

    public static void MapDispatch(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions/{definitionId}/dispatch", async (string definitionId, StudioCaller caller, Database database, IWorkflows workflows, HttpRequest request, CancellationToken ct) =>
        {
            var start = Start(definitionId, await request.BodyAsync<RunRequest>(ct));
            return StudioJson.Ok(new DispatchAnswer(await database.InTenantAsync(caller.TenantId, scope => workflows.StartAsync(scope, start, ct), ct)));
        }).ForEditors();
        api.MapPost("/workflow-definitions/{definitionId}/bulk-dispatch", BulkAsync).ForEditors();
    }

    private static async Task<IResult> BulkAsync(string definitionId, StudioCaller caller, Database database, IWorkflows workflows, HttpRequest request, CancellationToken ct)
    {
        var body = await request.BodyAsync<RunRequest>(ct);
        if (body.Count is not (>= 1 and <= MostAtOnce))
        {
            return BadRequestAnswer.OfField("count", $"Expected how many instances to start, from 1 to {MostAtOnce}, got {body.Count?.ToString() ?? "nothing"}.");
        }

        return await database.InTenantAsync(
            caller.TenantId,
            async scope =>
            {
                var ids = new List<Guid>(body.Count.Value);
                for (var i = 0; i < body.Count; i++)
                {
                    ids.Add(await workflows.StartAsync(scope, Start(definitionId, body), ct));
                }

                return StudioJson.Ok(new BulkDispatchAnswer(ids));
            },
            ct);
    }

    private static StartWorkflow Start(string definitionId, RunRequest request) => new(definitionId, request.CorrelationId, request.InputOver(prepared: null));
}

/// <summary>Which instance.</summary>
internal sealed record DispatchAnswer(Guid WorkflowInstanceId);

/// <summary>Which instances.</summary>
internal sealed record BulkDispatchAnswer(IReadOnlyList<Guid> WorkflowInstanceIds);
