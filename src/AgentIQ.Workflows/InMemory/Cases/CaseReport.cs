using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.InMemory.Cases;

/// <summary>A case's result in the fields of the recorded cases.</summary>
internal static class CaseReport
{
    private const string Flowchart = "Elsa.Flowchart";

    public static JsonObject Of(CaseResult result)
    {
        if (result.ImportError is { } refused)
        {
            return new JsonObject { ["importError"] = refused };
        }

        if (result.Main is not { } main)
        {
            return new JsonObject { ["error"] = result.Workflows.StoppedBecause ?? "nothing was started" };
        }

        var report = new JsonObject
        {
            ["status"] = main.Status.ToString(),
            ["subStatus"] = main.SubStatus.ToString(),
            ["outcomes"] = JsonSerializer.SerializeToNode(main.Outcomes, WorkflowJson.Options),
            ["output"] = ChildResult.AsElsaReports(main.Output),
            ["variables"] = ChildResult.AsElsaReports(main.Variables),
            ["lines"] = JsonSerializer.SerializeToNode(result.Workflows.Lines, WorkflowJson.Options),
            ["journal"] = new JsonArray([.. main.Journal.Where(IsShown).Select(e => new JsonObject { ["activityId"] = e.ActivityId, ["eventName"] = e.Event })]),
            ["incidents"] = Incidents(result, main),
            ["bookmarksLeft"] = main.Bookmarks.Count,
        };
        if (main.CorrelationId is { } correlation)
        {
            report["correlationId"] = correlation;
        }

        if (main.Name is { } name)
        {
            report["instanceName"] = name;
        }

        var children = result.Workflows.Instances.Where(i => i != main).Select(Child).ToArray();
        if (children.Length > 0)
        {
            report["children"] = new JsonArray(children);
        }

        return report;
    }

    private static bool IsShown(InMemoryJournalEntry entry) => !(entry.IsRoot && entry.ActivityType == Flowchart);

    private static JsonArray Incidents(CaseResult result, InMemoryInstance main)
    {
        var incidents = main.Incidents.Select(i => Incident(i.ActivityId, i.Message, i.Cause));
        return result.Workflows.StoppedBecause is { } stopped
            ? new JsonArray([.. incidents, Incident(activityId: null, stopped, cause: null)])
            : new JsonArray([.. incidents]);
    }

    private static JsonNode Incident(string? activityId, string message, string? cause)
    {
        var incident = new JsonObject { ["activityId"] = activityId, ["message"] = message };
        if (cause is not null)
        {
            incident["cause"] = cause;
        }

        return incident;
    }

    private static JsonNode Child(InMemoryInstance child) => new JsonObject
    {
        ["definitionId"] = child.DefinitionId,
        ["status"] = child.Status.ToString(),
        ["subStatus"] = child.SubStatus.ToString(),
        ["correlationId"] = child.CorrelationId,
    };
}
