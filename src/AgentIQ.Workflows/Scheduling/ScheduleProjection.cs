using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Durable.Definitions;
using Npgsql;

namespace AgentIQ.Workflows.Scheduling;

/// <summary>
/// Brings a tenant's schedules to what is published. A schedule that a new version leaves as it was goes on, so that publishing often
/// does not put it off for ever; a changed one begins anew, and a time that has passed by then does not start anything.
/// </summary>
internal sealed class ScheduleProjection(
    Database database, WorkflowCatalog catalog, ScheduleStore store, WorkflowOptions options, IIdSource ids, TimeProvider time, IEnumerable<IScheduledTenants> platformTenants)
{
    /// <summary>"schedule" in ASCII, with the tenant and the definition: two who publish at once come one after the other.</summary>
    private const string LockSql = "SELECT pg_advisory_xact_lock(hashtextextended($1::text || $2, 8314033030989704293))";

    private const string PublishedSql = "SELECT version_id, tenant_id IS NULL FROM agentiq.workflow_published WHERE definition_id = $2 AND (tenant_id = $1 OR tenant_id IS NULL)";

    private const string CandidatesSql =
        """
        SELECT tenant_id, definition_id FROM agentiq.workflow_definitions WHERE is_published AND body ~ $1
        UNION
        SELECT tenant_id, definition_id FROM agentiq.workflow_schedules
        UNION
        SELECT NULL, definition_id FROM agentiq.workflow_platform_versions WHERE is_published AND body ~ $1
        """;

    /// <summary>The activities that derive from TimeTrigger, as definitions write them.</summary>
    private const string TriggerTypes = """"Elsa\.(Timer|Cron|StartAt)"""";

    // A schedule has nobody who could retry it by hand.
    private const string ReviveSql = "UPDATE agentiq.workflow_queue SET is_dead = false, attempts = 0 WHERE kind = 'schedule' AND is_dead";

    /// <summary>Call it in the transaction that publishes or retracts.</summary>
    public async Task ProjectAsync(TenantScope scope, string definitionId, CancellationToken ct)
    {
        await using (var wait = Sql.Command(scope.Connection, LockSql, scope.TenantId, definitionId))
        {
            await wait.ExecuteNonQueryAsync(ct);
        }

        var workflow = await PublishedAsync(scope, definitionId, ct);
        var wanted = workflow is null ? [] : RulesOf(workflow);
        var existing = await store.OfDefinitionAsync(scope, definitionId, ct);
        var kept = existing.Where(row => wanted.GetValueOrDefault(row.ActivityId) == row.Rule).ToList();
        var removed = existing.Except(kept).Select(row => row.Id).ToArray();
        await using var batch = new NpgsqlBatch(scope.Connection);
        if (removed.Length > 0)
        {
            ScheduleStore.Remove(batch, scope.TenantId, removed);
        }

        if (kept.Count > 0)
        {
            ScheduleStore.Keep(batch, scope.TenantId, [.. kept.Select(row => row.Id)], workflow!.VersionId);
        }

        var now = time.GetUtcNow();
        foreach (var (activityId, rule) in wanted.Where(w => !kept.Exists(row => row.ActivityId == w.Key)))
        {
            store.Add(batch, scope.TenantId, new ScheduleRow(ids.Next(), definitionId, activityId, rule, now, rule.Following(now)(now)), workflow!.VersionId);
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>At start: what a release, another time zone by default or a new tenant of the platform's definitions changed.</summary>
    public async Task ReconcileAsync(CancellationToken ct)
    {
        foreach (var (tenantId, definitionId) in await CandidatesAsync(ct))
        {
            await database.InTenantAsync(tenantId, scope => ProjectAsync(scope, definitionId, ct), ct);
        }
    }

    private async Task<HashSet<(Guid TenantId, string DefinitionId)>> CandidatesAsync(CancellationToken ct)
    {
        var (candidates, platform) = (new HashSet<(Guid, string)>(), new List<string>());
        await using (var connection = await database.Engine.OpenConnectionAsync(ct))
        {
            await using (var revive = Sql.Command(connection, ReviveSql))
            {
                await revive.ExecuteNonQueryAsync(ct);
            }

            await using var command = Sql.Command(connection, CandidatesSql, TriggerTypes);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                if (reader.IsDBNull(0))
                {
                    platform.Add(reader.GetString(1));
                }
                else
                {
                    candidates.Add((reader.GetGuid(0), reader.GetString(1)));
                }
            }
        }

        foreach (var definitionId in platform)
        {
            candidates.UnionWith((await PlatformTenantsAsync(definitionId, ct)).Select(tenant => (tenant, definitionId)));
        }

        return candidates;
    }

    private async Task<CompiledWorkflow?> PublishedAsync(TenantScope scope, string definitionId, CancellationToken ct)
    {
        string versionId;
        bool isPlatform;
        await using (var command = Sql.Command(scope.Connection, PublishedSql, scope.TenantId, definitionId))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct))
            {
                return null;
            }

            (versionId, isPlatform) = (reader.GetString(0), reader.GetBoolean(1));
        }

        return isPlatform && !(await PlatformTenantsAsync(definitionId, ct)).Contains(scope.TenantId) ? null : await catalog.GetAsync(scope, versionId, ct);
    }

    private async Task<HashSet<Guid>> PlatformTenantsAsync(string definitionId, CancellationToken ct)
    {
        var tenants = new HashSet<Guid>();
        foreach (var source in platformTenants)
        {
            tenants.UnionWith(await source.ListAsync(definitionId, ct));
        }

        return tenants;
    }

    private Dictionary<string, ScheduleRule> RulesOf(CompiledWorkflow workflow)
    {
        var rules = new Dictionary<string, ScheduleRule>();
        foreach (var (activityId, schedule) in workflow.Schedules)
        {
            var (own, general) = (workflow.FindById(activityId)!.Schedule, workflow.Schedule);
            var zone = own.TimeZone ?? general.TimeZone ?? options.TimeZone;
            rules[activityId] = new ScheduleRule(schedule, zone.Id, own.MissedRuns ?? general.MissedRuns ?? options.MissedRuns);
        }

        return rules;
    }
}
