using System.Text;
using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Durable.Incidents;
using AgentIQ.Workflows.Durable.Monitoring;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Monitoring;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Instances;

/// <summary>Takes instances out and brings them back as something to read.</summary>
internal sealed class InstanceArchives(InstanceStates states, IWorkflowViewer viewer, IWorkflowDefinitionQueries definitions, IIdSource ids, TimeProvider time)
{
    private const string BurstsSql = "SELECT occurred_at, journal FROM agentiq.workflow_bursts WHERE tenant_id = $1 AND instance_id = $2 ORDER BY id";

    private const string IncidentsSql =
        """
        SELECT activity_id, activity_name, message, cause, details, occurred_at
        FROM agentiq.workflow_incidents WHERE tenant_id = $1 AND instance_id = $2 ORDER BY id
        """;

    private const string InsertSql =
        """
        INSERT INTO agentiq.workflow_instances
            (tenant_id, id, definition_id, version_id, version, lane, correlation_id, name, sub_status, state, created_at, updated_at, finished_at, is_sandbox)
        VALUES ($1, $2, $3, $4, $5, agentiq.workflow_lane($1, coalesce($6::text, $2::text)), $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT DO NOTHING
        """;

    private const string InsertIncidentSql =
        """
        INSERT INTO agentiq.workflow_incidents
            (tenant_id, id, instance_id, definition_id, correlation_id, activity_id, activity_name, message, cause, details, occurred_at, resolved_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    public async Task<InstanceArchive?> ReadAsync(TenantScope scope, Guid instanceId, CancellationToken ct) =>
        await InstanceHead.FindAsync(scope, instanceId, ct) is not { } head
            ? null
            : new InstanceArchive
            {
                Format = InstanceArchive.CurrentFormat,
                Id = head.Id,
                DefinitionId = head.DefinitionId,
                VersionId = head.VersionId,
                CorrelationId = head.CorrelationId,
                Name = head.Name,
                SubStatus = head.SubStatus,
                IsSandbox = head.IsSandbox,
                State = head.State is null ? null : Encoding.UTF8.GetString(head.State),
                CreatedAt = head.CreatedAt,
                UpdatedAt = head.UpdatedAt,
                FinishedAt = head.FinishedAt,
                Bursts = await ListAsync(scope, BurstsSql, instanceId, r => new ArchivedBurst(r.GetFieldValue<DateTimeOffset>(0), r.GetString(1)), ct),
                Incidents = await ListAsync(
                    scope, IncidentsSql, instanceId, r => new ArchivedIncident(Text(r, 0), Text(r, 1), r.GetString(2), Text(r, 3), Text(r, 4), r.GetFieldValue<DateTimeOffset>(5)), ct),
            };

    /// <exception cref="InstanceRefusedException">See <see cref="IWorkflowInstances.ImportAsync"/>.</exception>
    public async Task WriteAsync(TenantScope scope, InstanceArchive archive, string actor, CancellationToken ct)
    {
        if (archive.Format != InstanceArchive.CurrentFormat)
        {
            throw new InstanceRefusedException($"The file of instance {archive.Id} has format {archive.Format}; this release reads format {InstanceArchive.CurrentFormat}.");
        }

        var version = await definitions.FindByIdAsync(scope, archive.VersionId, ct);
        if (version is not { Summary.IsFrozen: true } || version.Summary.DefinitionId != archive.DefinitionId)
        {
            throw new InstanceRefusedException($"Instance {archive.Id} ran on version '{archive.VersionId}' of '{archive.DefinitionId}', which is not here. Instances can be brought back where they ran.");
        }

        try
        {
            await InsertAsync(scope, archive, version.Summary.Version, actor, ct);

            // Read as a page would, so that what cannot be shown is refused and not kept.
            await viewer.FindAsync(scope, archive.Id, ct);
            await viewer.ExecutionsAsync(scope, archive.Id, activityNodeId: null, ct);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException or KeyNotFoundException or OverflowException)
        {
            throw new InstanceRefusedException($"The file of instance {archive.Id} is damaged: {e.Message}");
        }
    }

    private async Task InsertAsync(TenantScope scope, InstanceArchive archive, int version, string actor, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var hasEnded = archive.SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted;
        var head = new InstanceHead(
            archive.Id, archive.DefinitionId, archive.VersionId, version, archive.CorrelationId, archive.Name, hasEnded ? archive.SubStatus : WorkflowSubStatus.Cancelled,
            archive.State is null ? null : Encoding.UTF8.GetBytes(archive.State), archive.CreatedAt, archive.UpdatedAt, hasEnded ? archive.FinishedAt ?? archive.UpdatedAt : now, archive.IsSandbox);
        var state = await EndedStateAsync(scope, head, ct);
        await using var batch = new NpgsqlBatch(scope.Connection);
        var instance = batch.Add(
            InsertSql, scope.TenantId, head.Id, head.DefinitionId, head.VersionId, head.Version, head.CorrelationId, head.Name, SubStatusNames.Of(head.SubStatus), state,
            head.CreatedAt, head.UpdatedAt, head.FinishedAt, head.IsSandbox);
        var journals = new JournalRows(ids);
        foreach (var burst in archive.Bursts)
        {
            journals.Add(scope.TenantId, head.Id, burst.At.ToUniversalTime(), Encoding.UTF8.GetBytes(burst.Journal));
        }

        journals.AddTo(batch);
        foreach (var incident in archive.Incidents)
        {
            batch.Add(
                InsertIncidentSql, scope.TenantId, ids.Next(), head.Id, head.DefinitionId, head.CorrelationId, incident.ActivityId, incident.ActivityName, incident.Message, incident.Cause,
                incident.Details, incident.At, now);
        }

        IncidentActions.Record(batch, scope.TenantId, ids.Next(), new IncidentAction(IncidentActions.Import, head.Id, null, null, archive.SubStatus.ToString(), actor, now));
        await batch.ExecuteNonQueryAsync(ct);
        if (instance.RecordsAffected != 1)
        {
            throw new InstanceRefusedException($"Instance {archive.Id} is here already. Delete it first to bring it back from a file.");
        }
    }

    /// <summary>The state without anything that waits or could still run.</summary>
    private async Task<byte[]?> EndedStateAsync(TenantScope scope, InstanceHead head, CancellationToken ct)
    {
        if (head.State is null)
        {
            return null;
        }

        var instance = await states.ReadAsync(scope, head, ct);
        instance.Bookmarks.Clear();
        instance.Effects.Clear();
        instance.Scheduled.Clear();
        instance.Incidents.Clear();
        instance.ParentStimulus = null;
        return StateSerializer.Write(instance);
    }

    private static async Task<List<T>> ListAsync<T>(TenantScope scope, string sql, Guid instanceId, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var rows = new List<T>();
        await using var command = Sql.Command(scope.Connection, sql, scope.TenantId, instanceId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
