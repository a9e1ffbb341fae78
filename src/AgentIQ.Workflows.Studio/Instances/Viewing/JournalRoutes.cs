using AgentIQ.Postgres;
using AgentIQ.Workflows.Monitoring;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances.Viewing;

/// <summary>What happened in an instance.</summary>
internal static class JournalRoutes
{
    /// <summary>What begins or ends an execution.</summary>
    private static readonly JournalFilter BeginningsAndEnds = new()
    {
        EventNames = ["Started", "Completed", "Faulted", "Canceled"],
    };

    public static void MapJournal(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-instances/{id}/journal", async (InstanceKey id, [AsParameters] JournalQuery query, StudioCaller caller, Database database, IWorkflowViewer viewer, HttpRequest request, CancellationToken ct) =>
            await PageAsync(id, query.With(await request.BodyAsync<JournalRequest>(ct)), caller, database, viewer, ct));
        api.MapGet("/workflow-instances/{id}/journal", (InstanceKey id, [AsParameters] JournalQuery query, StudioCaller caller, Database database, IWorkflowViewer viewer, CancellationToken ct) =>
            PageAsync(id, query.With(new JournalRequest()), caller, database, viewer, ct));
        api.MapGet("/workflow-instances/{id}/journal/{activityId}", LastAsync);
    }

    private static async Task<IResult> PageAsync(InstanceKey id, JournalRequest request, StudioCaller caller, Database database, IWorkflowViewer viewer, CancellationToken ct)
    {
        var page = await database.InTenantAsync(
            caller.TenantId, scope => viewer.JournalAsync(scope, id.Value, request.Filter ?? JournalFilter.None, request.Skip ?? 0, request.Take ?? int.MaxValue, ct), ct);
        return StudioJson.Ok(new ItemPage<JournalItem>(page.Items, page.TotalCount));
    }

    private static Task<IResult> LastAsync(InstanceKey id, string activityId, StudioCaller caller, Database database, IWorkflowViewer viewer, IWorkflowMonitor monitor, CancellationToken ct) =>
        database.InTenantAsync(
            caller.TenantId,
            async scope =>
            {
                var page = await viewer.JournalAsync(scope, id.Value, BeginningsAndEnds with { ActivityIds = [activityId] }, skip: 0, take: int.MaxValue, ct);
                return page.Items.Count > 0 && await monitor.FindAsync(scope, id.Value, ct) is { } instance
                    ? StudioJson.Ok(LogRecord.Of(instance, page.Items[^1]))
                    : Results.NotFound();
            },
            ct);
}
