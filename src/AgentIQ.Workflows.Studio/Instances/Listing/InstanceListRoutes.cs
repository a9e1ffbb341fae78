using AgentIQ.Postgres;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances.Listing;

/// <summary>The list of instances, which the designer asks every ten seconds.</summary>
internal static class InstanceListRoutes
{
    public static void MapInstanceList(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-instances", async (StudioCaller caller, Database database, IWorkflowInstances instances, HttpRequest request, CancellationToken ct) =>
            await ListAsync(await request.BodyAsync<InstanceListRequest>(ct), caller, database, instances, ct));
        api.MapGet("/workflow-instances", (StudioCaller caller, Database database, IWorkflowInstances instances, HttpRequest request, CancellationToken ct) =>
            ListAsync(InstanceListRequest.Of(request.Query), caller, database, instances, ct));
    }

    private static async Task<IResult> ListAsync(InstanceListRequest request, StudioCaller caller, Database database, IWorkflowInstances instances, CancellationToken ct)
    {
        var page = request.ToFilter() is { } filter
            ? await database.InTenantAsync(caller.TenantId, scope => instances.ListAsync(scope, filter, ct), ct)
            : new InstancePage([], 0);
        return StudioJson.Ok(new ItemPage<InstanceListItem>([.. page.Items.Select(InstanceListItem.Of)], page.TotalCount));
    }
}
