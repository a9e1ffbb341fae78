using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Ingestion;

/// <summary>
/// A token bucket for each account, kept as one moment in one row (the generic cell rate algorithm), so that any
/// number of processes share it with one short statement per call. A call to a marketplace takes tens of
/// milliseconds, the statement well under one.
/// </summary>
/// <param name="database">Where the row is.</param>
/// <param name="time">The clock of the moments; processes must agree on it to well under an interval.</param>
/// <param name="options">How long a caller may be kept waiting.</param>
internal sealed class DatabasePacer(Database database, TimeProvider time, IngestionOptions options) : IPacer
{
    public async Task<int> AcquireAsync(PaceBucket bucket, CancellationToken cancellationToken)
    {
        var profile = bucket.Profile;
        var now = time.GetUtcNow();
        var freeAt = await database.InTenantAsync(bucket.SellerId, scope => scope.Connection.QuerySingleOrDefaultAsync<DateTimeOffset?>(new CommandDefinition(
            """
            INSERT INTO pace_buckets AS b (seller_id, bucket, free_at)
            VALUES (@SellerId, @Name, @now + @interval)
            ON CONFLICT (seller_id, bucket) DO UPDATE
            SET free_at = greatest(b.free_at, @now) + @interval
            WHERE b.free_at - @tolerance <= @latest
            RETURNING free_at
            """,
            new { bucket.SellerId, bucket.Name, now, interval = profile.Interval, tolerance = profile.Tolerance, latest = now + options.MaxPacingWait },
            cancellationToken: cancellationToken)), cancellationToken);

        if (freeAt is null)
        {
            var wait = await NextAsync(bucket, cancellationToken) - now;
            throw new ConnectorException(
                ConnectorFault.RateLimited, Reason.Of(ReasonCodes.RateLimited, ("seconds", (long)Math.Ceiling(wait.TotalSeconds))), wait);
        }

        var pause = freeAt.Value - profile.Interval - profile.Tolerance - now;
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, time, cancellationToken);
        }

        return profile.Burst - (int)Math.Ceiling((freeAt.Value - now) / profile.Interval);
    }

    public Task CorrectAsync(PaceBucket bucket, int remaining, CancellationToken cancellationToken) =>
        PushAsync(bucket, bucket.Profile.Interval * (bucket.Profile.Burst - Math.Max(remaining, 0)), cancellationToken);

    public Task HoldAsync(PaceBucket bucket, TimeSpan pause, CancellationToken cancellationToken) =>
        PushAsync(bucket, pause + bucket.Profile.Tolerance, cancellationToken);

    public async Task<DateTimeOffset> NextAsync(PaceBucket bucket, CancellationToken cancellationToken)
    {
        var freeAt = await database.InTenantAsync(bucket.SellerId, scope => scope.Connection.QuerySingleOrDefaultAsync<DateTimeOffset?>(new CommandDefinition(
            "SELECT free_at FROM pace_buckets WHERE seller_id = @SellerId AND bucket = @Name",
            new { bucket.SellerId, bucket.Name },
            cancellationToken: cancellationToken)), cancellationToken);
        return freeAt is null ? time.GetUtcNow() : freeAt.Value - bucket.Profile.Tolerance;
    }

    private Task PushAsync(PaceBucket bucket, TimeSpan ahead, CancellationToken cancellationToken) =>
        database.InTenantAsync(bucket.SellerId, scope => scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO pace_buckets AS b (seller_id, bucket, free_at)
            VALUES (@SellerId, @Name, @freeAt)
            ON CONFLICT (seller_id, bucket) DO UPDATE
            SET free_at = greatest(b.free_at, excluded.free_at)
            """,
            new { bucket.SellerId, bucket.Name, freeAt = time.GetUtcNow() + ahead },
            cancellationToken: cancellationToken)), cancellationToken);
}
