using AgentIQ.Postgres;

namespace AgentIQ.Ingestion;

/// <summary>Decides which calls a run makes, and makes them.</summary>
internal sealed class SyncReader(
    Database database, ChannelStore channels, ReplyStore replies, SyncSchedule schedule, PassReader passes, RecordStore records,
    IngestionOptions options, TimeProvider time)
{
    /// <summary>How many turns of the unanswered list one turn of the answered list is worth, where calls are rare.</summary>
    private const int UnansweredTurns = 3;

    /// <summary>An item that was read in vain is left alone for so long.</summary>
    private static readonly TimeSpan RereadAfter = TimeSpan.FromHours(1);

    public Task<SyncRun> OpenAsync(SyncLease lease, CancellationToken cancellationToken) =>
        database.InTenantAsync(lease.SellerId, async scope =>
        {
            var channel = await channels.GetAsync(scope, lease.ChannelId, cancellationToken);
            return new SyncRun
            {
                Lease = lease,
                Channel = channel,
                Pace = channel.Connector.PaceOf(channel.Connection),
                Unanswered = await PassStates.GetAsync(scope, lease.ChannelId, SyncPass.Unanswered, cancellationToken),
                Answered = await PassStates.GetAsync(scope, lease.ChannelId, SyncPass.Answered, cancellationToken),
                Open = await OpenItems.ListAsync(scope, lease.ChannelId, cancellationToken),
                Quarantined = await Quarantine.WaitingAsync(scope, lease.ChannelId, cancellationToken),
                ReplyWaits = await replies.AnyWaitsAsync(scope, lease.ChannelId, cancellationToken),
            };
        }, cancellationToken);

    public async Task<SyncEnd> ReadAsync(SyncRun run, CancellationToken cancellationToken)
    {
        if (run.Pace.IsScarce)
        {
            return await ReadScarceAsync(run, cancellationToken);
        }

        var unanswered = await ReadPassAsync(run, run.Unanswered, PlanOf(run.Unanswered), cancellationToken);

        // Whatever the first pass met, the second one runs: otherwise answers given in the cabinet are never seen (domain 2.3.3).
        var answered = await ReadPassAsync(run, run.Answered, PlanOf(run.Answered), cancellationToken);
        await ReadMissingAsync(run, unanswered.Covered, cancellationToken);
        var isComplete = unanswered.State.Backlog is null && answered.State.Backlog is null;
        return new SyncEnd(isComplete ? SyncOutcome.Completed : SyncOutcome.MoreToCome, WarningOf(run), null);
    }

    /// <summary>One call in many minutes: a waiting reply goes first, then the unanswered list, and now and then the answered one.</summary>
    private async Task<SyncEnd> ReadScarceAsync(SyncRun run, CancellationToken cancellationToken)
    {
        if (run.ReplyWaits)
        {
            return new SyncEnd(SyncOutcome.Waiting, Reason.Of(ReasonCodes.ReplyFirst), run.Pace.Interval);
        }

        var sinceAnswered = time.GetUtcNow() - (run.Answered.LastRunAt ?? DateTimeOffset.MinValue);
        var isAnsweredTurn = run.Unanswered.LastRunAt is not null && sinceAnswered >= run.Pace.Interval * (UnansweredTurns + 1);
        await ReadPassAsync(run, isAnsweredTurn ? run.Answered : run.Unanswered, PassPlan.OneCall(run.Pace), cancellationToken);
        return new SyncEnd(SyncOutcome.Completed, WarningOf(run), null);
    }

    private PassPlan PlanOf(PassState state) => PassPlan.For(state, options, time.GetUtcNow());

    private async Task<PassResult> ReadPassAsync(SyncRun run, PassState state, PassPlan plan, CancellationToken cancellationToken)
    {
        var result = await passes.ReadAsync(run, state, plan, time.GetUtcNow(), cancellationToken);
        await database.InTenantAsync(run.Lease.SellerId, async scope =>
        {
            await schedule.FenceAsync(scope, run.Lease, cancellationToken);
            await PassStates.SaveAsync(scope, run.Lease.ChannelId, result.State, cancellationToken);
        }, cancellationToken);
        return result;
    }

    private async Task ReadMissingAsync(SyncRun run, DateTimeOffset? covered, CancellationToken cancellationToken)
    {
        if (!run.Channel.Connector.Descriptor.Can(ConnectorCapabilities.Read))
        {
            return;
        }

        var missing = await database.InTenantAsync(
            run.Lease.SellerId,
            scope => OpenItems.MissingAsync(
                scope, run.Lease.ChannelId, run.Seen, covered, time.GetUtcNow() - RereadAfter, options.MaxSingleReads, cancellationToken),
            cancellationToken);
        foreach (var externalId in missing)
        {
            var record = await run.Channel.Connector.ReadAsync(run.Channel.Connection, externalId, cancellationToken);
            if (record is not null)
            {
                await records.StoreAsync(run, [record], cancellationToken);
            }

            await database.InTenantAsync(
                run.Lease.SellerId,
                scope => OpenItems.CheckedAsync(scope, run.Lease.ChannelId, externalId, time.GetUtcNow(), cancellationToken),
                cancellationToken);
        }
    }

    /// <summary>What a person should know of a token that works.</summary>
    private static Reason? WarningOf(SyncRun run) => run.Channel.Connector.Describe(run.Channel.Connection.Secret).Warning;
}
