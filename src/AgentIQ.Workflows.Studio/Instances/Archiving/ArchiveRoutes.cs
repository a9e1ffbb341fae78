using System.IO.Compression;
using System.Text;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using AgentIQ.Workflows.Studio.Instances.Ending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances.Archiving;

/// <summary>Instances as files.</summary>
internal static class ArchiveRoutes
{
    public static void MapArchiving(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-instances/{id}/export", OneAsync);
        api.MapPost("/bulk-actions/export/workflow-instances", ManyAsync);
        api.MapPost("/bulk-actions/import/workflow-instances", ImportAsync).ForEditors();
    }

    private static async Task<IResult> OneAsync(
        InstanceKey id, bool? includeBookmarks, bool? includeActivityExecutionLog, bool? includeWorkflowExecutionLog,
        StudioCaller caller, Database database, InstanceExport export, CancellationToken ct)
    {
        var parts = new ExportParts(includeBookmarks ?? true, includeActivityExecutionLog ?? true, includeWorkflowExecutionLog ?? true);
        var file = await database.InTenantAsync(caller.TenantId, scope => export.MakeAsync(scope, id.Value, parts, ct), ct);
        return file is null ? Results.NotFound() : Results.File(Encoding.UTF8.GetBytes(file.ToJsonString(StudioJson.Options)), "application/json", NameOf(id.Value));
    }

    private static async Task<IResult> ManyAsync(StudioCaller caller, Database database, InstanceExport export, HttpRequest request, CancellationToken ct)
    {
        var ids = InstanceKey.Of((await request.BodyAsync<InstanceIds>(ct)).Ids);
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var id in ids)
            {
                if (await database.InTenantAsync(caller.TenantId, scope => export.MakeAsync(scope, id, ExportParts.All, ct), ct) is { } file)
                {
                    await using var entry = await zip.CreateEntry(NameOf(id)).OpenAsync(ct);
                    await entry.WriteAsync(Encoding.UTF8.GetBytes(file.ToJsonString(StudioJson.Options)), ct);
                }
            }
        }

        return Results.File(buffer.ToArray(), "application/zip", "workflow-instances.zip");
    }

    /// <summary>All of them or none.</summary>
    private static async Task<IResult> ImportAsync(StudioCaller caller, Database database, IWorkflowInstances instances, HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType || (await request.ReadFormAsync(ct)).Files is not { Count: > 0 } files)
        {
            return BadRequestAnswer.OfField("files", "Expected files of instances as multipart/form-data, got none.");
        }

        var archives = await InstanceImport.ReadAsync(files, ct);
        await database.InTenantAsync(
            caller.TenantId,
            async scope =>
            {
                foreach (var archive in archives)
                {
                    await instances.ImportAsync(scope, archive, caller.Author, ct);
                }
            },
            ct);
        return StudioJson.Ok(new CountAnswer(archives.Count));
    }

    private static string NameOf(Guid id) => $"workflow-instance-{id}.json";

    private sealed record CountAnswer(int Count);
}
