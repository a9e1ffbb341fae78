using System.Text.Json;
using AgentIQ.Chaos.Load;
using AgentIQ.Chaos.World;
using AgentIQ.Workflows;
using Dapper;
using Npgsql;

namespace AgentIQ.Chaos.Invariants;

/// <summary>Everything that is in the database after a run, and what the outside world saw.</summary>
internal sealed record Evidence
{
    public required IReadOnlyList<RequestRow> Requests { get; init; }

    public required IReadOnlyList<InstanceRow> Instances { get; init; }

    /// <summary>By instance, in the order of the sequence.</summary>
    public required IReadOnlyDictionary<Guid, IReadOnlyList<JournalRecord>> Journals { get; init; }

    public required IReadOnlyList<CountRow> Counts { get; init; }

    public required IReadOnlyList<EffectRow> Effects { get; init; }

    public required IReadOnlyDictionary<string, List<Call>> Calls { get; init; }

    public required IReadOnlyList<IncidentRow> Incidents { get; init; }

    /// <summary>What should be gone: work, bookmarks, parked stimuli.</summary>
    public required IReadOnlyList<string> LeftOvers { get; init; }

    /// <summary>Reads it as the cluster's superuser, who sees every row whatever the engine believes.</summary>
    public static async Task<Evidence> ReadAsync(NpgsqlConnection connection, Engine engine, IReadOnlyDictionary<string, List<Call>> calls, CancellationToken ct)
    {
        var instances = await ListAsync<InstanceRow>(
            """
            SELECT id, definition_id, correlation_id, sub_status, state, finished_at IS NOT NULL AS has_ended,
                   EXISTS (SELECT FROM agentiq.workflow_bookmarks b WHERE b.tenant_id = i.tenant_id AND b.instance_id = i.id)
                OR EXISTS (SELECT FROM agentiq.workflow_queue q WHERE q.tenant_id = i.tenant_id AND q.instance_id = i.id)
                OR EXISTS (SELECT FROM agentiq.workflow_incidents n WHERE n.tenant_id = i.tenant_id AND n.instance_id = i.id AND n.resolved_at IS NULL) AS has_future
            FROM agentiq.workflow_instances i ORDER BY id
            """);
        var journals = new Dictionary<Guid, IReadOnlyList<JournalRecord>>();
        foreach (var instance in instances)
        {
            journals[instance.Id] = await engine.InTenantAsync(scope => engine.Monitor.JournalAsync(scope, instance.Id, ct), ct);
        }

        return new Evidence
        {
            Requests = await ListAsync<RequestRow>("SELECT kind, definition_id, correlation_id, name, instance_id FROM agentiq.chaos_requests ORDER BY id"),
            Instances = instances,
            Journals = journals,
            Counts = await ListAsync<CountRow>("SELECT instance_id, execution, activity_id FROM agentiq.chaos_counts"),
            Effects = await ListAsync<EffectRow>("SELECT idempotency_key, state, attempts FROM agentiq.workflow_effects"),
            Calls = calls,
            Incidents = await ListAsync<IncidentRow>(
                """
                SELECT n.id, n.instance_id, n.message, n.resolved_at IS NOT NULL AS is_resolved,
                       EXISTS (SELECT FROM agentiq.workflow_actions a WHERE a.tenant_id = n.tenant_id AND (a.incident_id = n.id OR a.queue_id = n.queue_id)) AS is_signed
                FROM agentiq.workflow_incidents n
                """),
            LeftOvers = await ListAsync<string>(
                """
                SELECT 'work: ' || kind || ' of ' || coalesce(instance_id::text, 'nobody') || CASE WHEN is_dead THEN ' (dead: ' || coalesce(error, '') || ')' ELSE '' END FROM agentiq.workflow_queue
                UNION ALL SELECT 'bookmark: ' || name || ' of ' || instance_id FROM agentiq.workflow_bookmarks
                UNION ALL SELECT 'parked stimulus: ' || name || ' for ' || coalesce(correlation_id, instance_id::text) FROM agentiq.workflow_signals
                """),
        };

        async Task<List<T>> ListAsync<T>(string sql) => (await connection.QueryAsync<T>(new CommandDefinition(sql, commandTimeout: 0, cancellationToken: ct))).AsList();
    }
}

/// <summary>A request that was accepted.</summary>
internal sealed class RequestRow
{
    public required string Kind { get; init; }

    public string? DefinitionId { get; init; }

    public required string CorrelationId { get; init; }

    public string? Name { get; init; }

    public Guid? InstanceId { get; init; }
}

/// <summary>An instance.</summary>
internal sealed class InstanceRow
{
    public required Guid Id { get; init; }

    public required string DefinitionId { get; init; }

    public string? CorrelationId { get; init; }

    public required string SubStatus { get; init; }

    public string? State { get; init; }

    public bool HasEnded { get; init; }

    /// <summary>Something that will move it: a bookmark, queued work, or an open incident.</summary>
    public bool HasFuture { get; init; }

    /// <summary>Journal entries, as its own state counts them.</summary>
    public int Sequence => State is null ? 0 : JsonDocument.Parse(State).RootElement.GetProperty("sequence").GetInt32();

    public override string ToString() => $"{DefinitionId} {CorrelationId} {Id} ({SubStatus})";
}

/// <summary>What a Chaos.Count wrote.</summary>
internal sealed class CountRow
{
    public required Guid InstanceId { get; init; }

    public required int Execution { get; init; }

    public required string ActivityId { get; init; }
}

/// <summary>A row of the ledger.</summary>
internal sealed class EffectRow
{
    public required string IdempotencyKey { get; init; }

    public required string State { get; init; }

    public required int Attempts { get; init; }
}

/// <summary>An incident.</summary>
internal sealed class IncidentRow
{
    public required Guid Id { get; init; }

    public required Guid InstanceId { get; init; }

    public required string Message { get; init; }

    public bool IsResolved { get; init; }

    /// <summary>Whether the record says who dealt with it.</summary>
    public bool IsSigned { get; init; }
}
