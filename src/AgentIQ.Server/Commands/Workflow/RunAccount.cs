using System.Text.Json.Nodes;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.InMemory;
using AgentIQ.Workflows.InMemory.Cases;

namespace AgentIQ.Server.Commands.Workflow;

/// <summary>The account of a run for people.</summary>
internal static class RunAccount
{
    public static async Task WriteAsync(TextWriter output, CaseResult result)
    {
        if (result.Main is not { } main)
        {
            await output.WriteLineAsync(result.ImportError ?? result.Workflows.StoppedBecause);
            return;
        }

        foreach (var line in result.Workflows.Lines)
        {
            await output.WriteLineAsync($"> {line}");
        }

        foreach (var entry in main.Journal.Where(e => !(e.IsRoot && e.ActivityType == "Elsa.Flowchart")))
        {
            var more = entry.Message ?? (entry.Outcomes is { Count: > 0 } outcomes ? string.Join(", ", outcomes) : null);
            await output.WriteLineAsync($"  {entry.Event,-9}  {entry.ActivityId}{(more is null ? "" : $": {more}")}");
        }

        await output.WriteLineAsync($"{main.DefinitionId}: {Standing(main)}");
        await ListAsync(output, "output", main.Output);
        await ListAsync(output, "variable", main.Variables);
        foreach (var bookmark in main.Bookmarks)
        {
            await output.WriteLineAsync($"  waits: {bookmark.ActivityId} for {(bookmark.Due is { } due ? $"{due:yyyy-MM-dd HH:mm:ss}Z" : bookmark.Name)}");
        }

        foreach (var incident in main.Incidents)
        {
            await output.WriteLineAsync($"  incident: {incident.ActivityId}: {incident.Message}{(incident.Cause is null ? "" : $" ({incident.Cause})")}");
        }

        foreach (var child in result.Workflows.Instances.Where(i => i != main))
        {
            await output.WriteLineAsync($"  child {child.DefinitionId}: {Standing(child)}");
        }

        if (result.Workflows.StoppedBecause is { } stopped)
        {
            await output.WriteLineAsync($"  {stopped}");
        }
    }

    private static string Standing(InMemoryInstance instance)
    {
        var standing = instance.SubStatus switch
        {
            WorkflowSubStatus.Finished => "finished",
            WorkflowSubStatus.Cancelled => "cancelled",
            WorkflowSubStatus.Faulted => "faulted",
            WorkflowSubStatus.Suspended when instance.Incidents.Count > 0 && instance.Bookmarks.Count == 0 => "stands still after an incident",
            WorkflowSubStatus.Suspended => "waits",
            _ => "stopped",
        };
        return instance.Outcomes is { Count: > 0 } outcomes ? $"{standing} with {string.Join(", ", outcomes)}" : standing;
    }

    private static async Task ListAsync(TextWriter output, string what, JsonObject values)
    {
        foreach (var (name, value) in values)
        {
            await output.WriteLineAsync($"  {what} {name} = {value?.ToJsonString(CaseLines.Json) ?? "null"}");
        }
    }
}
