using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances.Ending;

/// <summary>Cancels instances: one, several, or all that run a definition or a version.</summary>
internal static class CancelRoutes
{
    public static void MapCancelling(this IEndpointRouteBuilder api)
    {
        api.MapPost("/cancel/workflow-instances/{id}", OneAsync).ForEditors();
        api.MapPost("/bulk-actions/cancel/workflow-instances", ManyAsync).ForEditors();
    }

    private static async Task<IResult> OneAsync(InstanceKey id, StudioCaller caller, Database database, IWorkflowMonitor monitor, InstanceEnding ending, CancellationToken ct)
    {
        if (await database.InTenantAsync(caller.TenantId, scope => monitor.FindAsync(scope, id.Value, ct), ct) is null)
        {
            return Results.NotFound();
        }

        await ending.CancelAsync(caller, [id.Value], ct);
        return Results.Ok();
    }

    private static async Task<IResult> ManyAsync(
        StudioCaller caller, Database database, IWorkflowInstances instances, IWorkflowDefinitionQueries definitions, InstanceEnding ending, HttpRequest request, CancellationToken ct)
    {
        var body = await request.BodyAsync<CancelRequest>(ct);
        var ids = InstanceKey.Of(body.Ids);
        if (body.Ids is not { Count: > 0 } && await FilterAsync(body, caller, database, definitions, ct) is { } filter)
        {
            ids = [.. (await database.InTenantAsync(caller.TenantId, scope => instances.ListAsync(scope, filter, ct), ct)).Items.Select(i => i.Id)];
        }

        return StudioJson.Ok(new CancelAnswer(await ending.CancelAsync(caller, ids, ct)));
    }

    /// <summary>Null: neither a definition nor a version is named, or there is no such version.</summary>
    private static async Task<InstanceFilter?> FilterAsync(CancelRequest body, StudioCaller caller, Database database, IWorkflowDefinitionQueries definitions, CancellationToken ct)
    {
        var running = new InstanceFilter { Statuses = [WorkflowStatus.Running], Take = InstancePage.LargestCount };
        if (body.DefinitionVersionId is { Length: > 0 } versionId)
        {
            return running with { VersionIds = [versionId] };
        }

        if (body.DefinitionId is not { Length: > 0 } definitionId || !VersionOptions.TryParse(body.VersionOptions, out var options))
        {
            return null;
        }

        if (options == VersionOptions.AllVersions)
        {
            return running with { DefinitionIds = [definitionId] };
        }

        var version = await database.InTenantAsync(caller.TenantId, scope => definitions.FindAsync(scope, definitionId, options, ct), ct);
        return version is null ? null : running with { VersionIds = [version.Summary.VersionId] };
    }
}

/// <summary>Which instances: these, or those that run a version, or those that run a definition.</summary>
internal sealed record CancelRequest
{
    public IReadOnlyList<string>? Ids { get; init; }

    public string? DefinitionVersionId { get; init; }

    public string? DefinitionId { get; init; }

    /// <summary>Of the definition; null: every version.</summary>
    public string? VersionOptions { get; init; }
}

/// <summary>How many were running.</summary>
internal sealed record CancelAnswer(int Cancelled);
