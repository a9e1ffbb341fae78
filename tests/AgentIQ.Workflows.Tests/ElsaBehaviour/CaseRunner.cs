using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Tests.ElsaBehaviour;

/// <summary>Runs a case as its README says, and reports in its form.</summary>
internal static class CaseRunner
{
    public static async Task<JsonObject> RunAsync(BehaviourCase behaviour)
    {
        var input = behaviour.Document.GetProperty("input");
        var stimuli = behaviour.Document.GetProperty("stimuli");
        var run = new InMemory(behaviour.Definitions[0]);
        await run.StartAsync(
            input.ValueKind == JsonValueKind.Object ? input : null,
            stimuli.ValueKind == JsonValueKind.Object && stimuli.TryGetProperty("correlationId", out var correlation) ? correlation.GetString() : null,
            stimuli.ValueKind == JsonValueKind.Object && stimuli.TryGetProperty("trigger", out var trigger) ? trigger.GetString() : null);
        var events = Events(stimuli);
        while (await PublishAsync(run, events) || await run.SkipTimeAsync())
        {
        }

        return Report(run);
    }

    private static List<JsonElement> Events(JsonElement stimuli) =>
        stimuli.ValueKind == JsonValueKind.Object && stimuli.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Array
            ? [.. events.EnumerateArray()]
            : [];

    private static async Task<bool> PublishAsync(InMemory run, List<JsonElement> events)
    {
        foreach (var candidate in events)
        {
            var payload = candidate.TryGetProperty("payload", out var given) && given.ValueKind != JsonValueKind.Null ? (object)given : null;
            if (await run.SignalAsync(candidate.GetProperty("name").GetString()!, payload))
            {
                if (candidate.TryGetProperty("once", out var once) && once.ValueKind == JsonValueKind.True)
                {
                    events.Remove(candidate);
                }

                return true;
            }
        }

        return false;
    }

    private static JsonObject Report(InMemory run)
    {
        var instance = run.Instance;
        var root = instance.Workflow.Root;
        var hidden = root.Descriptor.TypeName == "Elsa.Flowchart" ? root.Id + ":" : "\0";
        var report = new JsonObject
        {
            ["status"] = instance.Status.ToString(),
            ["subStatus"] = instance.SubStatus.ToString(),
            ["outcomes"] = instance.Outcomes is null ? null : JsonSerializer.SerializeToNode(instance.Outcomes),
            ["output"] = new JsonObject(instance.Output.Select(p => KeyValuePair.Create(p.Key, PlainValue.ToNode(p.Value)))),
            ["variables"] = new JsonObject(instance.Variables.Where(v => v.Definition is not null).Select(v => KeyValuePair.Create(v.Name, PlainValue.ToNode(v.Value)))),
            ["lines"] = JsonSerializer.SerializeToNode(run.Lines),
            ["journal"] = new JsonArray([.. run.Journal.Where(e => !e.StartsWith(hidden, StringComparison.Ordinal)).Select(e => (JsonNode)JsonValue.Create(e)!)]),
            ["incidents"] = new JsonArray([.. run.Incidents.Select(i => (JsonNode)JsonValue.Create(i.Node.Id)!)]),
            ["bookmarksLeft"] = instance.Bookmarks.Count,
        };
        if (instance.CorrelationId is not null)
        {
            report["correlationId"] = instance.CorrelationId;
        }

        if (instance.Name is not null)
        {
            report["instanceName"] = instance.Name;
        }

        return report;
    }

    /// <summary>The recorded result in the same form.</summary>
    public static JsonObject Expected(BehaviourCase behaviour)
    {
        var expected = JsonNode.Parse(behaviour.Expected.GetRawText())!.AsObject();
        expected["journal"] = new JsonArray([.. expected["journal"]!.AsArray().Select(e => (JsonNode)JsonValue.Create($"{e!["activityId"]}:{e["eventName"]}")!)]);
        expected["incidents"] = new JsonArray([.. expected["incidents"]!.AsArray().Select(i => (JsonNode)JsonValue.Create(i!["activityId"]!.GetValue<string>())!)]);
        return expected;
    }
}
