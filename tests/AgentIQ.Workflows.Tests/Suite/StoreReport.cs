using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Tests.Durable;

namespace AgentIQ.Workflows.Tests.Suite;

/// <summary>What the database says of a run, in the form of the recorded cases.</summary>
internal static class StoreReport
{
    public static async Task<JsonObject> OfAsync(Engine engine, Guid tenant, List<WorkflowInstance> instances, Guid mainId, IReadOnlyList<string> lines)
    {
        var main = instances.Single(i => i.Id == mainId);
        var journal = await engine.Database.InTenantAsync(tenant, scope => engine.Monitor.JournalAsync(scope, mainId, CancellationToken.None), CancellationToken.None);
        var incidents = await engine.Database.InTenantAsync(tenant, scope => engine.Monitor.OpenIncidentsAsync(scope, mainId, CancellationToken.None), CancellationToken.None);
        var hidden = main.Workflow.Root.Descriptor.TypeName == "Elsa.Flowchart" ? main.Workflow.Root.NodeId : null;
        var report = new JsonObject
        {
            ["status"] = main.Status.ToString(),
            ["subStatus"] = main.SubStatus.ToString(),
            ["outcomes"] = main.Outcomes is null ? null : JsonSerializer.SerializeToNode(main.Outcomes),
            ["output"] = ChildResult.AsElsaReports(new JsonObject(main.Output.Select(p => KeyValuePair.Create(p.Key, PlainValue.ToNode(p.Value))))),
            ["variables"] = ChildResult.AsElsaReports(new JsonObject(main.Variables.Where(v => v.Definition is not null).Select(v => KeyValuePair.Create(v.Name, PlainValue.ToNode(v.Value))))),
            ["lines"] = JsonSerializer.SerializeToNode(lines),
            ["journal"] = new JsonArray([.. journal.Where(e => e.NodeId != hidden).Select(e => new JsonObject { ["activityId"] = e.ActivityId, ["eventName"] = e.Event })]),
            ["incidents"] = new JsonArray([.. incidents.Select(i => new JsonObject { ["activityId"] = i.ActivityId, ["message"] = i.Message })]),
            ["bookmarksLeft"] = main.Bookmarks.Count,
        };
        if (main.CorrelationId is not null)
        {
            report["correlationId"] = main.CorrelationId;
        }

        if (main.Name is not null)
        {
            report["instanceName"] = main.Name;
        }

        if (instances.Count > 1)
        {
            report["children"] = new JsonArray([.. instances.Where(i => i != main).Select(i => new JsonObject
            {
                ["definitionId"] = i.Workflow.DefinitionId, ["status"] = i.Status.ToString(), ["subStatus"] = i.SubStatus.ToString(), ["correlationId"] = i.CorrelationId,
            })]);
        }

        return JsonNode.Parse(instances.Aggregate(report.ToJsonString(), (text, i) => text.Replace(i.Id.ToString(), "<instanceId>", StringComparison.Ordinal)))!.AsObject();
    }
}
