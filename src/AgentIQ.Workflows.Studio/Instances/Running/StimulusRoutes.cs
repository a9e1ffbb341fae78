using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances.Running;

/// <summary>Tells instances what they wait for. Nobody is waited for: a worker delivers it.</summary>
internal static class StimulusRoutes
{
    public static void MapStimuli(this IEndpointRouteBuilder api)
    {
        api.MapPost("/events/{name}/trigger", TriggerAsync).ForEditors();
        api.MapPost("/tasks/{taskId}/complete", CompleteAsync).ForEditors();
    }

    private static async Task<IResult> TriggerAsync(string name, StudioCaller caller, Database database, IWorkflows workflows, HttpRequest request, CancellationToken ct)
    {
        var body = await request.BodyAsync<EventRequest>(ct);
        if (body.WorkflowInstanceId is not null && !Guid.TryParse(body.WorkflowInstanceId, out _))
        {
            return Results.NotFound();
        }

        var instance = body.WorkflowInstanceId is { } id ? Guid.Parse(id) : (Guid?)null;
        var stimulus = new Stimulus(name, body.CorrelationId, body.Input) { InstanceId = instance };
        await database.InTenantAsync(caller.TenantId, scope => workflows.SignalAsync(scope, stimulus, ct), ct);
        return Results.Ok();
    }

    private static async Task<IResult> CompleteAsync(InstanceKey taskId, StudioCaller caller, Database database, IWorkflows workflows, HttpRequest request, CancellationToken ct)
    {
        var body = await request.BodyAsync<TaskRequest>(ct);
        return await database.InTenantAsync(caller.TenantId, scope => workflows.CompleteTaskAsync(scope, taskId.Value, body.Result, ct), ct) ? Results.Ok() : Results.NotFound();
    }
}

/// <summary>An event and whom it is for; without either it is for everybody who waits for it.</summary>
internal sealed record EventRequest
{
    public string? WorkflowInstanceId { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>What came with it.</summary>
    public JsonElement? Input { get; init; }
}

/// <summary>What came of a task.</summary>
internal sealed record TaskRequest
{
    public JsonElement? Result { get; init; }
}
