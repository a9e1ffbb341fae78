using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Durable.Definitions;
using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>
/// Applies a plan, a few instances per transaction. An instance whose lane is at work is passed over. The row is locked and its revision
/// counted on, so a burst that read the instance before the move cannot write: it is fenced off and runs again on the new version.
/// </summary>
internal sealed class MoveApplier(Database database, DefinitionQueries queries, WorkflowCatalog catalog, IServiceProvider services, IIdSource ids, TimeProvider time)
{
    /// <summary>Instances per transaction: their rows are locked for as long as it takes.</summary>
    private const int BatchSize = 50;

    // SKIP LOCKED: whoever holds the row is a burst that is being committed, and waiting for it in another order than its own could deadlock.
    private const string BatchSql =
        """
        SELECT i.id, i.version_id, i.revision, i.state, i.finished_at IS NOT NULL AND i.sub_status <> 'Faulted'
        FROM agentiq.workflow_move_instances m
        JOIN agentiq.workflow_instances i ON i.tenant_id = m.tenant_id AND i.id = m.instance_id
        WHERE m.tenant_id = $1 AND m.move_id = $2 AND m.outcome = 'movable' AND m.instance_id > $3
          AND NOT EXISTS (SELECT FROM agentiq.workflow_queue q WHERE q.tenant_id = $1 AND q.lane = i.lane AND q.kind <> 'effect' AND q.lease_until >= clock_timestamp())
        ORDER BY m.instance_id
        LIMIT $4
        FOR UPDATE OF i SKIP LOCKED
        """;

    private const string InstanceSql =
        """
        UPDATE agentiq.workflow_instances SET version_id = $4, version = $5, state = coalesce($6, state), revision = revision + 1, updated_at = $7
        WHERE tenant_id = $1 AND id = $2 AND revision = $3
        """;

    private const string BookmarksSql =
        """
        UPDATE agentiq.workflow_bookmarks b SET activity_id = moved.activity_id
        FROM unnest($3::integer[], $4::text[]) AS moved (number, activity_id)
        WHERE b.tenant_id = $1 AND b.instance_id = $2 AND b.number = moved.number AND b.activity_id <> moved.activity_id
        """;

    private const string IncidentsSql =
        """
        UPDATE agentiq.workflow_incidents n SET activity_id = moved.activity_id, activity_name = moved.activity_name
        FROM unnest($2::uuid[], $3::text[], $4::text[]) AS moved (id, activity_id, activity_name)
        WHERE n.tenant_id = $1 AND n.id = moved.id
        """;

    private const string JournalSql = "INSERT INTO agentiq.workflow_bursts (tenant_id, id, instance_id, occurred_at, journal) VALUES ($1, $2, $3, $4, $5)";

    private const string DecideSql =
        """
        UPDATE agentiq.workflow_move_instances SET outcome = $4, reasons = $5, notes = $6, decided_at = $7
        WHERE tenant_id = $1 AND move_id = $2 AND instance_id = $3
        """;

    private const string LostSql =
        """
        UPDATE agentiq.workflow_move_instances m SET outcome = 'gone', decided_at = $3
        WHERE m.tenant_id = $1 AND m.move_id = $2 AND m.outcome = 'movable'
          AND NOT EXISTS (SELECT FROM agentiq.workflow_instances i WHERE i.tenant_id = m.tenant_id AND i.id = m.instance_id)
        """;

    public async Task ApplyAsync(Guid tenantId, Guid planId, IProgress<MoveProgress>? progress, CancellationToken ct)
    {
        var head = await database.InTenantAsync(tenantId, scope => BeginAsync(scope, planId, ct), ct);
        var after = Guid.Empty;
        var (done, blocked) = (0, 0);
        while (true)
        {
            var batch = await database.InTenantAsync(tenantId, scope => BatchAsync(scope, head, after, ct), ct);
            if (batch.Count == 0)
            {
                break;
            }

            after = batch[^1].InstanceId;
            done += batch.Count(i => i.Outcome == MoveOutcome.Moved);
            blocked += batch.Count(i => i.Outcome == MoveOutcome.Blocked);
            progress?.Report(new MoveProgress(done, blocked));
        }

        await database.InTenantAsync(tenantId, scope => EndAsync(scope, planId, ct), ct);
    }

    private async Task<MoveHead> BeginAsync(TenantScope scope, Guid planId, CancellationToken ct)
    {
        var head = await MoveRows.FindAsync(scope, planId, ct) ?? throw new DefinitionNotFoundException($"There is no plan {planId} to move instances.");
        if (head.State == MoveRows.Text(MoveState.Planning))
        {
            throw new DefinitionRefusedException("The plan is not finished: its dry run is under way or was interrupted. Make a new plan.");
        }

        var target = await queries.FindByIdAsync(scope, head.ToVersionId, ct)
            ?? throw new DefinitionNotFoundException($"The version '{head.ToVersionId}' that the plan moves to was deleted.");
        if (!target.Summary.IsFrozen)
        {
            throw new DefinitionRefusedException($"Version {target.Summary.Version} is a draft. Publish it, then apply the plan.");
        }

        if (head.ToHash != MovePlanner.TargetOf(target))
        {
            throw new DefinitionRefusedException($"Version {target.Summary.Version} was changed after the plan was made. Make a new plan.");
        }

        if (head.State == MoveRows.Text(MoveState.Planned))
        {
            await MoveRows.SetStateAsync(scope, planId, MoveState.Applying, time.GetUtcNow(), ct);
        }

        return head;
    }

    private async Task EndAsync(TenantScope scope, Guid planId, CancellationToken ct)
    {
        await using (var lost = Sql.Command(scope.Connection, LostSql, scope.TenantId, planId, time.GetUtcNow()))
        {
            await lost.ExecuteNonQueryAsync(ct);
        }

        if (await MoveRows.SummaryAsync(scope, planId, ct) is { Movable: 0 })
        {
            await MoveRows.SetStateAsync(scope, planId, MoveState.Applied, time.GetUtcNow(), ct);
        }
    }

    private async Task<List<(Guid InstanceId, MoveOutcome Outcome)>> BatchAsync(TenantScope scope, MoveHead head, Guid after, CancellationToken ct)
    {
        var rows = await ReadAsync(scope, head.Id, after, ct);
        var movers = new StateMovers(catalog, head.ToVersionId, head.Given);
        var decided = new List<(Guid, MoveOutcome)>(rows.Count);
        await using var batch = new NpgsqlBatch(scope.Connection);
        foreach (var row in rows)
        {
            var outcome = await DecideAsync(scope, batch, head, row, movers, ct);
            decided.Add((row.Id, outcome));
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(ct);
        }

        return decided;
    }

    private async Task<MoveOutcome> DecideAsync(TenantScope scope, NpgsqlBatch batch, MoveHead head, Row row, StateMovers movers, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (row.HasEnded || row.VersionId == head.ToVersionId)
        {
            batch.Add(DecideSql, scope.TenantId, head.Id, row.Id, MoveRows.Text(MoveOutcome.Gone), "[]", "[]", now);
            return MoveOutcome.Gone;
        }

        var moved = (await movers.FromAsync(scope, row.VersionId, ct)).Move(row.State);
        if (moved.IsBusy)
        {
            return MoveOutcome.Movable;
        }

        var outcome = moved.CanMove ? MoveOutcome.Moved : MoveOutcome.Blocked;
        batch.Add(DecideSql, scope.TenantId, head.Id, row.Id, MoveRows.Text(outcome), MoveRows.Json(moved.Reasons), MoveRows.Json(moved.Notes), now);
        if (moved.CanMove)
        {
            Write(batch, scope.TenantId, row, moved.State, await catalog.GetAsync(scope, row.VersionId, ct), await catalog.GetAsync(scope, head.ToVersionId, ct), now);
        }

        return outcome;
    }

    private void Write(NpgsqlBatch batch, Guid tenantId, Row row, byte[]? state, CompiledWorkflow from, CompiledWorkflow to, DateTimeOffset now)
    {
        if (state is null)
        {
            batch.Add(InstanceSql, tenantId, row.Id, row.Revision, to.VersionId, to.Version, null, now);
            return;
        }

        // Read once as a burst will, so that a state that cannot be read is never written.
        var instance = new WorkflowInstance(row.Id, tenantId, to);
        StateDeserializer.Read(state, instance, services);
        instance.Sequence++;
        var note = MoveNote.Pack(instance, from, now);
        batch.Add(InstanceSql, tenantId, row.Id, row.Revision, to.VersionId, to.Version, MoveNote.Counted(state, instance.Sequence), now);
        batch.Add(BookmarksSql, tenantId, row.Id, instance.Bookmarks.Select(b => b.Number).ToArray(), instance.Bookmarks.Select(b => b.Execution.Node.Id).ToArray());
        batch.Add(
            IncidentsSql, tenantId, instance.Incidents.Select(i => i.Id).ToArray(), instance.Incidents.Select(i => i.Node.Id).ToArray(),
            instance.Incidents.Select(i => i.Node.Name).ToArray());
        batch.Add(JournalSql, tenantId, ids.Next(), row.Id, now, note);
    }

    private static async Task<List<Row>> ReadAsync(TenantScope scope, Guid planId, Guid after, CancellationToken ct)
    {
        var rows = new List<Row>();
        await using var command = Sql.Command(scope.Connection, BatchSql, scope.TenantId, planId, after, BatchSize);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new Row(reader.GetGuid(0), reader.GetString(1), reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<byte[]>(3), reader.GetBoolean(4)));
        }

        return rows;
    }

    private sealed record Row(Guid Id, string VersionId, int Revision, byte[]? State, bool HasEnded);
}
