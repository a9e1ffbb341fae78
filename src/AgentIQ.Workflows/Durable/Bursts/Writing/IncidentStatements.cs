using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Writes the incidents that a burst raised and resolved.</summary>
internal static class IncidentStatements
{
    private const string RaiseSql =
        """
        INSERT INTO agentiq.workflow_incidents
            (tenant_id, id, instance_id, definition_id, correlation_id, activity_id, activity_name, message, cause, details, occurred_at, child_instance_id, resolved_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    private const string ResolveSql = "UPDATE agentiq.workflow_incidents SET resolved_at = $3 WHERE tenant_id = $1 AND id = ANY($2) AND resolved_at IS NULL";

    // What had failed as a whole for an instance that is cancelled now is nobody's concern any more.
    private const string DropDeadSql =
        """
        WITH resolved AS (
            UPDATE agentiq.workflow_incidents SET resolved_at = $3
            WHERE tenant_id = $1 AND instance_id = $2 AND queue_id IS NOT NULL AND resolved_at IS NULL
            RETURNING queue_id
        )
        DELETE FROM agentiq.workflow_queue q USING resolved WHERE q.tenant_id = $1 AND q.id = resolved.queue_id AND q.is_dead
        """;

    public static void Add(NpgsqlBatch batch, WorkflowInstance instance, Burst burst)
    {
        foreach (var incident in burst.NewIncidents)
        {
            WorkflowTelemetry.Incidents.Add(1);
            batch.Add(
                RaiseSql, instance.TenantId, incident.Id, instance.Id, instance.Workflow.DefinitionId, instance.CorrelationId,
                incident.Node.Id, incident.Node.Name, incident.Message, incident.Cause, incident.Details, incident.At,
                incident.ChildInstanceId, incident.IsClosed ? burst.Now : null);
        }

        if (instance.SubStatus == WorkflowSubStatus.Cancelled)
        {
            batch.Add(DropDeadSql, instance.TenantId, instance.Id, burst.Now);
        }

        if (burst.ResolvedIncidents.Count > 0)
        {
            batch.Add(ResolveSql, instance.TenantId, burst.ResolvedIncidents.ToArray(), burst.Now);
        }
    }
}
