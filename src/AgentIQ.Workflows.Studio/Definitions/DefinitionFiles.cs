using System.IO.Compression;
using System.Text;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>Definitions as files. A file holds the text as it was saved; what comes in is stored as it came and never published by that alone.</summary>
internal static class DefinitionFiles
{
    public static void MapFiles(this IEndpointRouteBuilder api)
    {
        api.MapMethods("/workflow-definitions/{definitionId}/export", ["GET", "POST"], ExportAsync);
        api.MapPost("/bulk-actions/export/workflow-definitions", ExportManyAsync);
        api.MapPost("/workflow-definitions/import", ImportAsync).ForEditors();
        api.MapPut("/workflow-definitions/{definitionId}/import", ImportAsync).ForEditors();
    }

    private static async Task<IResult> ExportAsync(
        StudioCaller caller, string definitionId, HttpRequest request, Database database, IWorkflowDefinitionQueries queries, CancellationToken ct)
    {
        if (ListQuery.Version(request.Query, VersionOptions.Latest, out var wanted) is { } problem)
        {
            return BadRequestAnswer.Of(problem);
        }

        var version = await database.InTenantAsync(caller.TenantId, scope => queries.FindAsync(scope, definitionId, wanted, ct), ct);
        return version is null ? Results.NotFound() : Results.File(Encoding.UTF8.GetBytes(queries.ForExport(version)), "application/json", ExportName.Of(version.Summary));
    }

    private static async Task<IResult> ExportManyAsync(StudioCaller caller, IdList ids, HttpRequest request, Database database, IWorkflowDefinitionQueries queries, CancellationToken ct)
    {
        if (ids.Problem is { } problem)
        {
            return BadRequestAnswer.Of(problem.In(request.Language()));
        }

        var versions = await database.InTenantAsync(
            caller.TenantId, scope => queries.ReadAsync(scope, new DefinitionFilter { Version = VersionOptions.AllVersions, VersionIds = ids.Ids }, ct), ct);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var version in versions)
            {
                // Two versions, or two definitions of the same name.
                var name = ExportName.Of(version.Summary);
                var entry = zip.CreateEntry(names.Add(name) ? name : ExportName.Unique(version.Summary));
                entry.LastWriteTime = version.Summary.UpdatedAt;
                await using var content = await entry.OpenAsync(ct);
                await content.WriteAsync(Encoding.UTF8.GetBytes(queries.ForExport(version)), ct);
            }
        }

        return Results.File(stream.ToArray(), "application/zip", "workflow-definitions.zip");
    }

    private static async Task<IResult> ImportAsync(
        StudioCaller caller, string? definitionId, RequestText body, HttpRequest request, Database database, IWorkflowDefinitions definitions, IWorkflowDefinitionQueries queries, CancellationToken ct)
    {
        if (body.Problem is { } problem)
        {
            return BadRequestAnswer.OfField("model", problem.In(request.Language()));
        }

        var imported = await database.InTenantAsync(caller.TenantId, async scope =>
        {
            var saved = await definitions.SaveAsync(scope, new SaveDefinition(body.Value, caller.Author) { DefinitionId = definitionId }, ct);
            return await queries.ForPageAsync(scope, saved.Version, caller, ct);
        }, ct);
        return StudioJson.Text(imported.Text);
    }
}
