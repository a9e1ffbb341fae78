using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Monitoring;
using AgentIQ.Workflows.Studio.Answers;
using AgentIQ.Workflows.Studio.Instances.Viewing;

namespace AgentIQ.Workflows.Studio.Instances.Archiving;

/// <summary>
/// The file of an instance: the parts that an Elsa server's file has, for whoever reads those, and beside them the engine's own archive, which
/// alone is read when the file comes back.
/// </summary>
internal sealed class InstanceExport(IWorkflowInstances instances, IWorkflowViewer viewer, IWorkflowMonitor monitor)
{
    /// <summary>Name of the engine's own part.</summary>
    public const string ArchivePart = "AgentIQ";

    /// <returns>Null when the tenant has no instance of that id.</returns>
    public async Task<JsonObject?> MakeAsync(TenantScope scope, Guid id, ExportParts parts, CancellationToken ct)
    {
        if (await viewer.FindAsync(scope, id, ct) is not { } instance || await monitor.FindAsync(scope, id, ct) is not { } summary)
        {
            return null;
        }

        var executions = await viewer.ExecutionsAsync(scope, id, activityNodeId: null, ct);
        var number = 0;
        var file = new JsonObject { ["WorkflowState"] = Numbered(Node(instance.WorkflowState)!.AsObject(), ref number) };
        if (parts.Bookmarks)
        {
            var types = executions.ToDictionary(e => e.Id, e => e.ActivityType);
            file["Bookmarks"] = new JsonArray([.. instance.WorkflowState.Bookmarks.Select(b => Bookmark(instance, b, types.GetValueOrDefault(b.ActivityInstanceId)))]);
        }

        if (parts.Executions)
        {
            file["ActivityExecutionRecords"] = Node(executions);
        }

        if (parts.Journal)
        {
            var journal = await viewer.JournalAsync(scope, id, JournalFilter.None, skip: 0, take: int.MaxValue, ct);
            file["WorkflowExecutionLogRecords"] = Node(journal.Items.Select(item => LogRecord.Of(summary, item)));
        }

        file[ArchivePart] = Node(await instances.ExportAsync(scope, id, ct));
        return file;
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, StudioJson.Options);

    private static JsonObject Bookmark(InstanceDetails instance, BookmarkState bookmark, string? activityType) => new()
    {
        ["id"] = bookmark.Id,
        ["activityTypeName"] = activityType,
        ["workflowInstanceId"] = instance.Id,
        ["activityInstanceId"] = bookmark.ActivityInstanceId,
        ["hash"] = bookmark.Hash,
        ["correlationId"] = instance.CorrelationId,
        ["createdAt"] = bookmark.CreatedAt,
        ["payload"] = Node(bookmark.Payload),
        ["metadata"] = null,
    };

    /// <summary>An Elsa server numbers the objects and the lists of this part, and puts each list into an object.</summary>
    private static JsonObject Numbered(JsonObject value, ref int number)
    {
        var numbered = new JsonObject { ["$id"] = Next(ref number) };
        foreach (var (name, property) in value)
        {
            numbered[name] = property is JsonArray list ? Numbered(list, ref number) : property?.DeepClone();
        }

        return numbered;
    }

    private static JsonObject Numbered(JsonArray list, ref int number)
    {
        var numbered = new JsonObject { ["$id"] = Next(ref number) };
        var values = new JsonArray();
        foreach (var item in list)
        {
            values.Add(item is JsonObject value ? (JsonNode)Numbered(value, ref number) : item?.DeepClone());
        }

        numbered["$values"] = values;
        return numbered;
    }

    private static string Next(ref int number) => (++number).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Which parts of the file are wanted beside the state and the archive.</summary>
internal sealed record ExportParts(bool Bookmarks, bool Executions, bool Journal)
{
    public static ExportParts All { get; } = new(Bookmarks: true, Executions: true, Journal: true);
}
