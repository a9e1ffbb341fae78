using AgentIQ.Postgres;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>Whole definitions.</summary>
internal static class DefinitionReading
{
    public static void MapReading(this IEndpointRouteBuilder definitions)
    {
        definitions.MapGet("/by-definition-id/{definitionId}", ByDefinitionIdAsync);
        definitions.MapGet("/by-id/{versionId}", ByIdAsync);
        definitions.MapGet("/many-by-id", ManyByIdAsync);
        definitions.MapGet("/{definitionId}", ByDefinitionIdAsync);
        definitions.MapGet("/{definitionId}/versions", VersionsAsync);
        definitions.MapGet("/{definitionId}/consumers", ConsumersAsync);
    }

    private static async Task<IResult> ByDefinitionIdAsync(
        StudioCaller caller, string definitionId, HttpRequest request, Database database, IWorkflowDefinitionQueries queries, CancellationToken ct) =>
        ListQuery.Version(request.Query, VersionOptions.Latest, out var version) is { } problem
            ? BadRequestAnswer.Of(problem)
            : Answer(await database.InTenantAsync(caller.TenantId, async scope => await queries.FindAsync(scope, definitionId, version, ct) is { } found
                ? await queries.ForPageAsync(scope, found, caller, ct)
                : null, ct));

    private static async Task<IResult> ByIdAsync(StudioCaller caller, string versionId, Database database, IWorkflowDefinitionQueries queries, CancellationToken ct) =>
        Answer(await database.InTenantAsync(caller.TenantId, async scope => await queries.FindByIdAsync(scope, versionId, ct) is { } found
            ? await queries.ForPageAsync(scope, found, caller, ct)
            : null, ct));

    private static async Task<IResult> ManyByIdAsync(StudioCaller caller, [FromQuery] string[] ids, Database database, IWorkflowDefinitionQueries queries, CancellationToken ct) =>
        StudioJson.Ok(new ItemList<RawJson>(await database.InTenantAsync(caller.TenantId, async scope =>
        {
            var found = new List<RawJson>();
            foreach (var version in await queries.ReadAsync(scope, new DefinitionFilter { Version = VersionOptions.AllVersions, VersionIds = ids }, ct))
            {
                found.Add(await queries.ForPageAsync(scope, version, caller, ct));
            }

            return found;
        }, ct)));

    private static async Task<IResult> VersionsAsync(StudioCaller caller, string definitionId, Database database, IWorkflowDefinitionQueries queries, CancellationToken ct)
    {
        var versions = await database.InTenantAsync(caller.TenantId, scope => queries.ReadAsync(
            scope, new DefinitionFilter { Version = VersionOptions.AllVersions, DefinitionIds = [definitionId], OrderBy = DefinitionOrder.Version, Descending = true }, ct), ct);
        return StudioJson.Ok(versions.Select(StoredDefinition.Of));
    }

    private static async Task<IResult> ConsumersAsync(StudioCaller caller, string definitionId, Database database, IWorkflowDefinitionQueries queries, CancellationToken ct) =>
        StudioJson.Ok(new ConsumersAnswer(await database.InTenantAsync(caller.TenantId, scope => queries.ConsumersAsync(scope, definitionId, ct), ct)));

    private static IResult Answer(RawJson? definition) => definition is null ? Results.NotFound() : StudioJson.Text(definition.Text);

    private sealed record ConsumersAnswer(IReadOnlyList<string> ConsumingWorkflowDefinitionIds);
}
