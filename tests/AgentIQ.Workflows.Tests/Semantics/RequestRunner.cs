using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.InMemory;
using AgentIQ.Workflows.InMemory.Cases;

namespace AgentIQ.Workflows.Tests.Semantics;

/// <summary>Runs a request in memory, exactly as <c>workflow run --jsonl</c> does, and reports in the form of the recorded cases' README.</summary>
internal static class RequestRunner
{
    public static async Task<JsonObject> RunAsync(JsonObject request)
    {
        var behaviour = CaseReader.Read(JsonSerializer.SerializeToElement(request));
        var result = await CaseRun.RunAsync(InMemoryEngine.Builtin, new InMemoryOptions(), behaviour, TestContext.Current.CancellationToken);
        return JsonNode.Parse(InstanceIds.Hide(result.ToJson().ToJsonString(), result.Workflows.Instances))!.AsObject();
    }
}
