using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Monitoring;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using AgentIQ.Workflows.Studio.Instances.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances.Viewing;

/// <summary>Variables of an instance: read, and changed while it waits.</summary>
internal static class VariableRoutes
{
    public static void MapVariables(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-instances/{id}/variables", (InstanceKey id, StudioCaller caller, Database database, IWorkflowViewer viewer, CancellationToken ct) =>
            database.InTenantAsync(caller.TenantId, scope => ListAsync(scope, id.Value, viewer, ct), ct));
        api.MapPost("/workflow-instances/{id}/variables", SetAsync).ForEditors();
    }

    private static async Task<IResult> ListAsync(TenantScope scope, Guid id, IWorkflowViewer viewer, CancellationToken ct) =>
        await viewer.StateAsync(scope, id, ct) is null
            ? Results.NotFound()
            : StudioJson.Ok(new ItemList<VariableValue>(await viewer.VariablesAsync(scope, id, ct)));

    private static async Task<IResult> SetAsync(
        InstanceKey id, StudioCaller caller, Database database, IWorkflowInstances instances, IWorkflowViewer viewer, RunWait wait, HttpRequest request, CancellationToken ct)
    {
        var body = await request.BodyAsync<VariablesRequest>(ct);
        var values = (body.Variables ?? []).Where(v => v.Id is not null).ToLookup(v => v.Id!).ToDictionary(v => v.Key, v => v.Last().Value);
        if (!await database.InTenantAsync(caller.TenantId, scope => instances.SetVariablesAsync(scope, id.Value, values, caller.Author, ct), ct))
        {
            return Results.NotFound();
        }

        await wait.UntilAsync(caller.TenantId, async scope => !await instances.AreVariablesPendingAsync(scope, id.Value, ct), ct);
        return await database.InTenantAsync(caller.TenantId, scope => ListAsync(scope, id.Value, viewer, ct), ct);
    }
}

/// <summary>New values.</summary>
internal sealed record VariablesRequest
{
    public IReadOnlyList<NewValue>? Variables { get; init; }
}

/// <summary>One of them.</summary>
/// <param name="Id">The variable.</param>
/// <param name="Value">Its value; absent means null.</param>
internal sealed record NewValue(string? Id, JsonElement Value);
