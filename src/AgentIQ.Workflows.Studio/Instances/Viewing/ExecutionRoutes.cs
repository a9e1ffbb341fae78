using AgentIQ.Postgres;
using AgentIQ.Workflows.Monitoring;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances.Viewing;

/// <summary>Executions of activities: with their values, without, counted, and what led to them.</summary>
internal static class ExecutionRoutes
{
    public static void MapExecutions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/activity-executions/list", async ([AsParameters] ExecutionQuery query, StudioCaller caller, Database database, IWorkflowViewer viewer, CancellationToken ct) =>
            StudioJson.Ok(new ItemList<ExecutionRecord>(await query.FindAsync(caller, database, viewer.ExecutionsAsync, ct))));
        api.MapGet("/activity-execution-summaries/list", async ([AsParameters] ExecutionQuery query, StudioCaller caller, Database database, IWorkflowViewer viewer, CancellationToken ct) =>
            StudioJson.Ok(new ItemList<ExecutionSummary>(await query.FindAsync(caller, database, viewer.SummariesAsync, ct))));
        api.MapGet("/activity-executions/count", async ([AsParameters] ExecutionQuery query, StudioCaller caller, Database database, IWorkflowViewer viewer, CancellationToken ct) =>
            StudioJson.Ok(new CountAnswer((await query.FindAsync(caller, database, viewer.SummariesAsync, ct)).Count)));
        api.MapPost("/activity-executions/report", ReportAsync);
        api.MapGet("/activity-executions/by-id", OneAsync);
        api.MapGet("/activity-executions/{id}", OneAsync);
        api.MapGet("/activity-executions/{id}/call-stack", CallStackAsync);
    }

    private static async Task<IResult> ReportAsync(StudioCaller caller, Database database, IWorkflowViewer viewer, HttpRequest request, CancellationToken ct)
    {
        var wanted = await request.BodyAsync<ReportRequest>(ct);
        var instance = InstanceKey.Parse(wanted.WorkflowInstanceId);
        return StudioJson.Ok(new ReportAnswer(await database.InTenantAsync(caller.TenantId, scope => viewer.ReportAsync(scope, instance.Value, wanted.ActivityNodeIds ?? [], ct), ct)));
    }

    private static async Task<IResult> OneAsync(string? id, StudioCaller caller, Database database, IWorkflowViewer viewer, CancellationToken ct) =>
        id is not null && await database.InTenantAsync(caller.TenantId, scope => viewer.ExecutionAsync(scope, id, ct), ct) is { } execution
            ? StudioJson.Ok(execution)
            : Results.NotFound();

    private static async Task<IResult> CallStackAsync(string id, bool? includeCrossWorkflowChain, int? skip, int? take, StudioCaller caller, Database database, IWorkflowViewer viewer, CancellationToken ct)
    {
        var stack = await database.InTenantAsync(caller.TenantId, scope => viewer.CallStackAsync(scope, id, includeCrossWorkflowChain ?? false, ct), ct);
        return stack.Count == 0
            ? Results.NotFound()
            : StudioJson.Ok(new CallStackAnswer(id, [.. stack.Skip(skip ?? 0).Take(take ?? int.MaxValue)], stack.Count));
    }
}

/// <summary>What the report asks for.</summary>
internal sealed record ReportRequest
{
    public string? WorkflowInstanceId { get; init; }

    public IReadOnlyList<string>? ActivityNodeIds { get; init; }
}

/// <summary>Counts by node.</summary>
internal sealed record ReportAnswer(IReadOnlyList<ActivityStats> Stats);

/// <summary>How many.</summary>
internal sealed record CountAnswer(long Count);

/// <summary>What led to an execution, outermost first.</summary>
internal sealed record CallStackAnswer(string ActivityExecutionId, IReadOnlyList<ExecutionRecord> Items, int TotalCount);
