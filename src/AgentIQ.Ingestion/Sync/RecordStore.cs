using AgentIQ.Interactions;
using AgentIQ.Postgres;
using Dapper;
using Npgsql;

namespace AgentIQ.Ingestion;

/// <summary>Stores fetched records. A record that cannot be stored goes to the quarantine and takes nothing with it.</summary>
internal sealed class RecordStore(Database database, SyncSchedule schedule, IInteractionInbox inbox, Quarantine quarantine)
{
    /// <summary>Each record has a savepoint, and PostgreSQL gets slow beyond 64 of them that wrote (design.md 3).</summary>
    private const int RecordsPerTransaction = 50;

    public async Task StoreAsync(SyncRun run, IReadOnlyList<FetchedRecord> records, CancellationToken cancellationToken)
    {
        foreach (var chunk in records.Chunk(RecordsPerTransaction))
        {
            await using var transaction = await database.BeginAsync(run.Lease.SellerId, cancellationToken);
            await schedule.FenceAsync(transaction.Scope, run.Lease, cancellationToken);
            var counts = run.Counts;
            foreach (var record in chunk)
            {
                counts = counts.With(await StoreAsync(transaction.Scope, run, record, cancellationToken));
            }

            await transaction.CommitAsync(cancellationToken);
            run.Counts = counts;
        }
    }

    /// <returns>Null for a record that went to the quarantine.</returns>
    private async Task<ReceiveResult?> StoreAsync(TenantScope scope, SyncRun run, FetchedRecord record, CancellationToken cancellationToken)
    {
        if (record is not UnderstoodRecord { Item: var item })
        {
            await quarantine.AddAsync(scope, run.Lease.ChannelId, record, ((BrokenRecord)record).Problem, cancellationToken);
            return null;
        }

        await scope.Connection.ExecuteAsync("SAVEPOINT record");
        try
        {
            var result = await inbox.ReceiveAsync(scope, item with { ChannelId = run.Lease.ChannelId }, cancellationToken);
            await TrackAsync(scope, run, item, cancellationToken);
            await scope.Connection.ExecuteAsync("RELEASE SAVEPOINT record");
            return result;
        }
        catch (Exception e) when (IsOfTheRecord(e))
        {
            await scope.Connection.ExecuteAsync("ROLLBACK TO SAVEPOINT record");
            await quarantine.AddAsync(scope, run.Lease.ChannelId, record, e.Message, cancellationToken);
            return null;
        }
    }

    private async Task TrackAsync(TenantScope scope, SyncRun run, InboundItem item, CancellationToken cancellationToken)
    {
        var (channelId, id) = (run.Lease.ChannelId, item.Key.ExternalId);
        if (item.IsAnswered && run.Open.Remove(id))
        {
            await OpenItems.RemoveAsync(scope, channelId, id, cancellationToken);
        }
        else if (!item.IsAnswered && run.Open.Add(id))
        {
            await OpenItems.AddAsync(scope, channelId, id, item.OccurredAt, cancellationToken);
        }

        if (run.Quarantined.Remove(id))
        {
            await quarantine.ResolveAsync(scope, channelId, id, cancellationToken);
        }
    }

    /// <summary>
    /// False for what would hit every record alike: cancellation, a broken connection, a deadlock, a server in trouble.
    /// </summary>
    private static bool IsOfTheRecord(Exception e) => e switch
    {
        OperationCanceledException => false,
        PostgresException postgres => postgres.SqlState[..2] is "22" or "23",
        NpgsqlException => false,
        _ => true,
    };
}
