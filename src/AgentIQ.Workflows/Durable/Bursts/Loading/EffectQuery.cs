using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Durable.Queue;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Reads the recorded results of the effects that a wave reports.</summary>
internal static class EffectQuery
{
    private const string Sql =
        """
        SELECT e.id, e.result
        FROM unnest($1::uuid[], $2::uuid[]) AS wanted (tenant_id, id)
        JOIN agentiq.workflow_effects e ON e.tenant_id = wanted.tenant_id AND e.id = wanted.id
        WHERE e.result IS NOT NULL
        """;

    public static void Add(Reads reads, IReadOnlyList<WorkItem> items, Dictionary<Guid, EffectResult> results)
    {
        var reports = items.Where(i => i.Kind == WorkKind.EffectDone).ToList();
        if (reports.Count > 0)
        {
            reads.Add(
                Sql,
                reader => results[reader.GetGuid(0)] = JsonSerializer.Deserialize<EffectResult>(reader.GetString(1), WorkflowJson.Options)!,
                reports.Select(i => i.TenantId).ToArray(), reports.Select(i => Payload.Read<EffectPayload>(i).LedgerId).ToArray());
        }
    }
}
