using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Http.Incoming;

/// <summary>How a request stands.</summary>
/// <param name="Status">The answer's code; null: none yet.</param>
/// <param name="Headers">The answer's.</param>
/// <param name="Body">The answer's.</param>
/// <param name="SubStatus">Where the instance stands.</param>
/// <param name="IsUnderWay">Whether the instance still has something to do without waiting for somebody.</param>
internal sealed record RequestState(int? Status, Dictionary<string, string> Headers, string Body, WorkflowSubStatus SubStatus, bool IsUnderWay);

/// <summary>
/// The rows that requests wait for. The answer may come from another process: the bell is rung for each of its bursts, and what was not
/// heard is found by looking.
/// </summary>
internal sealed class PendingRequests(Database database, WorkflowClient client, WorkBell bell, TimeProvider time)
{
    /// <summary>A caller that has gone is remembered this much longer than it wanted to wait, so that a late answer is not an incident.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    private const string AddSql = "INSERT INTO agentiq.workflow_http_requests (tenant_id, id, expires_at) VALUES ($1, $2, $3)";

    private const string StateSql =
        """
        SELECT r.status, r.headers, r.body, i.sub_status,
               EXISTS (SELECT FROM agentiq.workflow_queue q WHERE q.lane = i.lane AND q.tenant_id = $1 AND q.instance_id = i.id AND q.kind <> 'timer' AND NOT q.is_dead)
            OR EXISTS (SELECT FROM agentiq.workflow_queue q WHERE q.tenant_id = $1 AND q.instance_id = i.id AND q.kind = 'effect' AND NOT q.is_dead)
            OR EXISTS (SELECT FROM agentiq.workflow_bookmarks b WHERE b.tenant_id = $1 AND b.instance_id = i.id AND b.number = $4)
        FROM agentiq.workflow_http_requests r, agentiq.workflow_instances i
        WHERE r.tenant_id = $1 AND r.id = $2 AND i.tenant_id = $1 AND i.id = $3
        """;

    /// <summary>Hands the request to its workflow.</summary>
    /// <returns>The instance.</returns>
    public async Task<Guid> SendAsync(TenantScope scope, EndpointMatch match, HttpRequestData request, string? correlationId, CancellationToken ct)
    {
        await using (var add = Sql.Command(scope.Connection, AddSql, scope.TenantId, request.RequestId, time.GetUtcNow() + Grace))
        {
            await add.ExecuteNonQueryAsync(ct);
        }

        if (match.DefinitionId is { } definition)
        {
            return await client.StartOnStimulusAsync(scope, new StartWorkflow(definition, correlationId), Stimulus.Of(match.Stimulus, correlationId, request), ct);
        }

        await client.SignalAsync(scope, Stimulus.Of(match.Stimulus, correlationId: null, request) with { InstanceId = match.InstanceId }, ct);
        return match.InstanceId!.Value;
    }

    /// <summary>Waits until there is an answer or there will be none soon.</summary>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public async Task<RequestState> WaitAsync(Guid tenantId, Guid requestId, Guid instanceId, int bookmark, CancellationToken ct)
    {
        while (true)
        {
            var ring = bell.NextRing;
            var state = await database.InTenantAsync(tenantId, scope => ReadAsync(scope, requestId, instanceId, bookmark, ct), ct);
            if (state is { Status: not null } or { IsUnderWay: false })
            {
                return state;
            }

            using var pause = CancellationTokenSource.CreateLinkedTokenSource(ct);
            await Task.WhenAny(ring, Task.Delay(LookAgain, TimeProvider.System, pause.Token));
            await pause.CancelAsync();
            ct.ThrowIfCancellationRequested();
        }
    }

    private static async Task<RequestState> ReadAsync(TenantScope scope, Guid requestId, Guid instanceId, int bookmark, CancellationToken ct)
    {
        await using var command = Sql.Command(scope.Connection, StateSql, scope.TenantId, requestId, instanceId, bookmark);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            throw new InvalidOperationException($"The request {requestId} of instance {instanceId} is not there any more.");
        }

        return new RequestState(
            reader.IsDBNull(0) ? null : reader.GetInt32(0),
            reader.IsDBNull(1) ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(1), WorkflowJson.Options)!,
            reader.IsDBNull(2) ? string.Empty : reader.GetString(2), Enum.Parse<WorkflowSubStatus>(reader.GetString(3)), reader.GetBoolean(4));
    }
}
