using System.Globalization;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Durable.Queue;
using Npgsql;

namespace AgentIQ.Workflows.Scheduling;

/// <summary>
/// Starts what is due and arms the next time, in one transaction. That an occurrence starts one instance does not depend on that alone:
/// the instance's idempotency key is the schedule and the occurrence.
/// </summary>
internal sealed class ScheduleRunner(ScheduleStore store, WorkflowClient client, TimeProvider time)
{
    public async Task RunAsync(BurstContext batch, WorkItem item, CancellationToken ct)
    {
        var scope = await batch.Transaction.EnterAsync(item.TenantId, ct);
        if (await store.FindAsync(scope, Payload.Read<Guid>(item), ct) is { Next: { } occurrence } row)
        {
            await StartAsync(scope, row, occurrence, ct);
            var now = time.GetUtcNow();
            var after = row.Rule.MissedRuns == MissedRuns.CatchUp || occurrence > now ? occurrence : now;
            var statements = new NpgsqlBatch();
            store.MoveOn(statements, item.TenantId, row.Id, row.Rule.Next(after, row.Anchor));
            batch.Writes.Add(statements);
        }

        batch.Writes.End(item);
    }

    private Task StartAsync(TenantScope scope, ScheduleRow row, DateTimeOffset occurrence, CancellationToken ct)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"schedule:{row.Id:N}:{occurrence.UtcDateTime:O}");
        var stimulus = Stimulus.Of(TimeTrigger.StimulusFor(row.ActivityId), correlationId: null, new { dueAt = occurrence });
        return client.StartOnStimulusAsync(scope, new StartWorkflow(row.DefinitionId) { IdempotencyKey = key }, stimulus, ct);
    }
}
