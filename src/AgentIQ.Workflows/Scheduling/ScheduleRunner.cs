using System.Globalization;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Durable.Queue;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Workflows.Scheduling;

/// <summary>
/// Starts what is due and arms the next time, in one transaction. That an occurrence starts one instance does not depend on that alone:
/// the instance's idempotency key is the schedule and the occurrence.
/// </summary>
internal sealed partial class ScheduleRunner(ScheduleStore store, WorkflowClient client, WorkflowOptions options, TimeProvider time, ILogger<ScheduleRunner> logger)
{
    public async Task RunAsync(BurstContext batch, WorkItem item, CancellationToken ct)
    {
        var scope = await batch.Transaction.EnterAsync(item.TenantId, isSandbox: false, ct);
        if (await store.FindAsync(scope, Payload.Read<Guid>(item), ct) is { Next: { } occurrence } row)
        {
            await StartAsync(scope, row, occurrence, ct);
            var statements = new NpgsqlBatch();
            store.MoveOn(statements, item.TenantId, row.Id, Next(row, occurrence));
            batch.Writes.Add(statements);
        }

        batch.Writes.End(item);
    }

    private DateTimeOffset? Next(ScheduleRow row, DateTimeOffset occurrence)
    {
        var (now, following) = (time.GetUtcNow(), row.Rule.Following(row.Anchor));
        if (occurrence > now || row.Rule.MissedRuns == MissedRuns.Skip)
        {
            return following(occurrence > now ? occurrence : now);
        }

        var madeUpFor = MissedOccurrences.Latest(options.MostMissedRuns, occurrence, now, following);
        var next = following(madeUpFor);
        if (madeUpFor > occurrence)
        {
            LogLeftOut(row.DefinitionId, row.ActivityId, options.MostMissedRuns, occurrence, next);
        }

        return next;
    }

    private Task StartAsync(TenantScope scope, ScheduleRow row, DateTimeOffset occurrence, CancellationToken ct)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"schedule:{row.Id:N}:{occurrence.UtcDateTime:O}");
        var stimulus = Stimulus.Of(TimeTrigger.StimulusFor(row.ActivityId), correlationId: null, new { dueAt = occurrence });
        return client.StartOnStimulusAsync(scope, new StartWorkflow(row.DefinitionId) { IdempotencyKey = key }, stimulus, ct);
    }

    [LoggerMessage(LogLevel.Warning, "Workflow {Definition} missed more than {Limit} runs of its schedule at {Activity}: those between {Last} and {Next} are left out.")]
    private partial void LogLeftOut(string definition, string activity, int limit, DateTimeOffset last, DateTimeOffset? next);
}
