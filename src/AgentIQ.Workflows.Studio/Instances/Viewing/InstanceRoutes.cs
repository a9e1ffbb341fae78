using AgentIQ.Postgres;
using AgentIQ.Workflows.Monitoring;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances.Viewing;

/// <summary>One instance, and where it stands, which an open viewer asks every five seconds.</summary>
internal static class InstanceRoutes
{
    public static void MapInstance(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-instances/{id}", async (InstanceKey id, StudioCaller caller, Database database, IWorkflowViewer viewer, CancellationToken ct) =>
            Found(await database.InTenantAsync(caller.TenantId, scope => viewer.FindAsync(scope, id.Value, ct), ct)));
        api.MapGet("/workflow-instances/{id}/execution-state", async (InstanceKey id, StudioCaller caller, Database database, IWorkflowViewer viewer, CancellationToken ct) =>
            Found(await database.InTenantAsync(caller.TenantId, scope => viewer.StateAsync(scope, id.Value, ct), ct)));
    }

    private static IResult Found<T>(T? found)
        where T : class =>
        found is null ? Results.NotFound() : StudioJson.Ok(found);
}
