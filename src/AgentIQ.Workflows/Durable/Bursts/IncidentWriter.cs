using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Writes the incidents that a burst raised and resolved.</summary>
internal static class IncidentWriter
{
    private const string RaiseSql =
        """
        INSERT INTO agentiq.workflow_incidents
            (tenant_id, id, instance_id, definition_id, correlation_id, activity_id, activity_name, message, cause, details, occurred_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private const string ResolveSql = "UPDATE agentiq.workflow_incidents SET resolved_at = $3 WHERE tenant_id = $1 AND id = ANY($2) AND resolved_at IS NULL";

    public static void Add(NpgsqlBatch batch, WorkflowInstance instance, Burst burst)
    {
        foreach (var incident in burst.NewIncidents)
        {
            WorkflowTelemetry.Incidents.Add(1);
            batch.Add(
                RaiseSql, instance.TenantId, incident.Id, instance.Id, instance.Workflow.DefinitionId, instance.CorrelationId,
                incident.Node.Id, incident.Node.Name, incident.Message, incident.Cause, incident.Details, incident.At);
        }

        if (burst.ResolvedIncidents.Count > 0)
        {
            batch.Add(ResolveSql, instance.TenantId, burst.ResolvedIncidents.ToArray(), burst.Now);
        }
    }
}
