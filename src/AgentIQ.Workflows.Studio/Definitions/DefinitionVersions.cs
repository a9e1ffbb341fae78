using AgentIQ.Postgres;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>Goes back to a version, and deletes versions.</summary>
internal static class DefinitionVersions
{
    public static void MapVersions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workflow-definitions/{definitionId}/revert/{version:int}", RevertAsync).ForEditors();
        api.MapDelete("/workflow-definitions/{definitionId}", DeleteAsync).ForEditors();
        api.MapDelete("/workflow-definitions/{definitionId}/version/{version:int}", DeleteNumberAsync).ForEditors();
        api.MapDelete("/workflow-definition-versions/{versionId}", DeleteVersionAsync).ForEditors();
    }

    private static async Task<IResult> RevertAsync(StudioCaller caller, string definitionId, int version, Database database, IWorkflowDefinitions definitions, CancellationToken ct)
    {
        var copy = await database.InTenantAsync(caller.TenantId, scope => definitions.RevertAsync(scope, definitionId, version, caller.Author, ct), ct);
        return StudioJson.Ok(DefinitionSummary.Of(copy.Summary), StatusCodes.Status201Created);
    }

    private static async Task<IResult> DeleteAsync(StudioCaller caller, string definitionId, Database database, IWorkflowDefinitions definitions, CancellationToken ct) =>
        await database.InTenantAsync(caller.TenantId, scope => definitions.DeleteAsync(scope, definitionId, caller.Author, ct), ct) ? Results.NoContent() : Results.NotFound();

    private static async Task<IResult> DeleteNumberAsync(
        StudioCaller caller, string definitionId, int version, Database database, IWorkflowDefinitions definitions, IWorkflowDefinitionQueries queries, CancellationToken ct) =>
        await database.InTenantAsync(
            caller.TenantId,
            async scope => await queries.FindAsync(scope, definitionId, VersionOptions.Of(version), ct) is { } found
                && await definitions.DeleteVersionAsync(scope, found.Summary.VersionId, caller.Author, ct),
            ct)
            ? Results.Ok()
            : Results.NotFound();

    private static async Task<IResult> DeleteVersionAsync(StudioCaller caller, string versionId, Database database, IWorkflowDefinitions definitions, CancellationToken ct) =>
        await database.InTenantAsync(caller.TenantId, scope => definitions.DeleteVersionAsync(scope, versionId, caller.Author, ct), ct) ? Results.Ok() : Results.NotFound();
}
