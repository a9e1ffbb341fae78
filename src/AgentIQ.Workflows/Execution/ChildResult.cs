using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Execution;

/// <summary>
/// The result of an ExecuteWorkflow, in Elsa's shape (recorded of 3.8, which leaves the version and the correlation null). Scripts read the
/// two statuses as names; Elsa's JSON has them as numbers, which is how <see cref="AsElsaReports"/> puts them.
/// </summary>
internal static class ChildResult
{
    private const string Status = "Status";
    private const string SubStatus = "SubStatus";
    private static readonly string[] Names = ["WorkflowDefinitionVersionId", "WorkflowInstanceId", "CorrelationId", Status, SubStatus, "Output"];

    /// <summary>As the child stands at the end of the burst that it began in.</summary>
    public static JsonObject Of(WorkflowInstance child) => Of(child.Id.ToString(), child.Status, child.SubStatus, ChildEnd.OutputOf(child));

    /// <summary>What Elsa 3.8 gives after it had to wait for the child.</summary>
    public static JsonObject Empty() => Of(instanceId: null, WorkflowStatus.Running, WorkflowSubStatus.Pending, output: null);

    /// <summary>A copy in which such results, at any depth, have their statuses as numbers. For reports that are compared with Elsa's.</summary>
    public static JsonNode? AsElsaReports(JsonNode? value) => value switch
    {
        JsonObject map when Is(map) => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, p.Key switch
        {
            Status => Number<WorkflowStatus>(p.Value),
            SubStatus => Number<WorkflowSubStatus>(p.Value),
            _ => AsElsaReports(p.Value),
        }))),
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, AsElsaReports(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(AsElsaReports)]),
        _ => value?.DeepClone(),
    };

    private static JsonObject Of(string? instanceId, WorkflowStatus status, WorkflowSubStatus subStatus, JsonObject? output) => new()
    {
        [Names[0]] = null,
        [Names[1]] = instanceId,
        [Names[2]] = null,
        [Names[3]] = status.ToString(),
        [Names[4]] = subStatus.ToString(),
        [Names[5]] = output,
    };

    private static bool Is(JsonObject map) => map.Count == Names.Length && Array.TrueForAll(Names, map.ContainsKey);

    private static JsonNode? Number<T>(JsonNode? name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name?.ToString(), out var value) ? JsonValue.Create(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)) : name?.DeepClone();
}
