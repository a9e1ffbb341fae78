using System.Diagnostics;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Durable.Queue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Polly;
using Polly.Retry;

namespace AgentIQ.Workflows.Durable.Effects;

/// <summary>Runs one effect outside any transaction, keeps its lease while it runs, and records what came of it.</summary>
internal sealed partial class EffectRunner(
    EffectLedger ledger, WorkQueue queue, DeadWorkWriter deadWork, ActivityRegistry registry, IServiceScopeFactory scopes, WorkflowOptions options, TimeProvider time, WorkBell bell, Random random, ILogger<EffectRunner> logger)
{
    /// <param name="item">A claimed effect.</param>
    /// <param name="ct">Ends the effect: the process stops.</param>
    public async Task RunAsync(WorkItem item, CancellationToken ct)
    {
        if (item.Attempts > options.BurstAttempts)
        {
            await deadWork.WriteAsync(item, $"The effect was begun {item.Attempts - 1} times and never came to a result.", ct);
            return;
        }

        using var owned = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = RenewAsync(item, owned);
        try
        {
            await RunOwnedAsync(item, owned.Token);
        }
        catch (OperationCanceledException) when (owned.IsCancellationRequested)
        {
            // The process stops, or the lease is lost. What is still ours goes back at once; a foreign row is not touched.
            await queue.ReleaseAsync([item], isCounted: false, CancellationToken.None);
        }
        catch (LeaseLostException)
        {
            WorkflowTelemetry.Fenced.Add(1);
            LogFenced(item.Id);
        }
        catch (Exception e)
        {
            LogFailed(e, item.Id);
            await TryPostponeAsync(item, e);
        }
        finally
        {
            await owned.CancelAsync();
            await renewing;
        }
    }

    private async Task RunOwnedAsync(WorkItem item, CancellationToken ct)
    {
        var effect = Payload.Read<EffectPayload>(item);
        var entry = await ledger.FindAsync(item.TenantId, effect.LedgerId, ct);
        EffectResult? result = null;
        if (entry.State != "done")
        {
            using var trace = WorkflowTelemetry.Source.StartActivity("effect", System.Diagnostics.ActivityKind.Client);
            trace?.SetTag("type", entry.ActivityType).SetTag("tenant", item.TenantId).SetTag("instance", entry.InstanceId);
            var begin = Stopwatch.GetTimestamp();
            result = await TryAsync(item, effect, entry, ct);
            WorkflowTelemetry.EffectDuration.Record(Stopwatch.GetElapsedTime(begin).TotalSeconds, new KeyValuePair<string, object?>("type", entry.ActivityType));
            WorkflowTelemetry.Effects.Add(1, new KeyValuePair<string, object?>("type", entry.ActivityType), new KeyValuePair<string, object?>("result", result.Succeeded ? "done" : "failed"));
        }

        // The instance that waits is the one that asked for this row, which need not be the one that asked first.
        if (await ledger.RecordAsync(item, effect, item.InstanceId!.Value, result, ct))
        {
            bell.Ring();
        }
        else
        {
            WorkflowTelemetry.Fenced.Add(1);
            LogFenced(item.Id);
        }
    }

    private async Task<EffectResult> TryAsync(WorkItem item, EffectPayload effect, LedgerEntry entry, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var descriptor = registry.Find(entry.ActivityType, effect.Version)
            ?? throw new InvalidOperationException($"Activity type '{entry.ActivityType}' is unknown to this process, so its effect cannot run. Deploy the process that has it.");
        var activity = (EffectActivity)descriptor.Create(scope.ServiceProvider);
        var policy = effect.Policy ?? activity.InvokePolicy();
        var isSent = activity.IsSent(entry.IsSandbox);
        var mayHaveHappened = isSent && entry.State == "running";
        var attempts = entry.Attempts;
        try
        {
            var result = await Pipeline(policy, Math.Max(0, policy.Attempts - attempts - 1)).ExecuteAsync(
                async token =>
                {
                    attempts = await BeginAttemptAsync(item, effect, token);
                    var context = Context(scope.ServiceProvider, item, entry, policy, attempts);
                    if (!isSent)
                    {
                        return activity.InvokePretend(context);
                    }

                    var before = mayHaveHappened ? await activity.InvokeHasHappenedAsync(context, token) : null;
                    mayHaveHappened = true;
                    return before ?? await activity.InvokeRunAsync(context, token);
                },
                ct);
            return result with { Attempts = attempts };
        }
        catch (Exception e) when (e is not LeaseLostException && !ct.IsCancellationRequested)
        {
            LogGivenUp(e, entry.ActivityType, attempts);
            return activity.InvokeGiveUp(Context(scope.ServiceProvider, item, entry, policy, attempts), e) with { Attempts = attempts };
        }
    }

    /// <summary>
    /// Nothing may be asked of the outside that the ledger does not know of: without a lease or a database the attempt is not made. An answer
    /// that comes when half of the lease is over proves nothing any more (the database was stopped after it had written, or this process was):
    /// somebody else may be about to ask whether it has happened, hear no, and do it.
    /// </summary>
    private async Task<int> BeginAttemptAsync(WorkItem item, EffectPayload effect, CancellationToken ct)
    {
        try
        {
            var asked = Stopwatch.GetTimestamp();
            var attempt = await ledger.BeginAttemptAsync(item, effect.LedgerId, ct);
            return attempt is { } counted && Stopwatch.GetElapsedTime(asked) < options.Lease / 2 ? counted : throw new LeaseLostException();
        }
        catch (NpgsqlException e)
        {
            throw new LeaseLostException(e);
        }
    }

    /// <summary>At best: when the database is away the lease runs out by itself.</summary>
    private async Task TryPostponeAsync(WorkItem item, Exception error)
    {
        try
        {
            await queue.PostponeAsync(item, time.GetUtcNow() + (options.BurstRetryDelay * Math.Pow(2, item.Attempts - 1)), error.Message, CancellationToken.None);
        }
        catch (NpgsqlException e)
        {
            LogNotRenewed(e, item.Id);
        }
    }

    private EffectContext Context(IServiceProvider services, WorkItem item, LedgerEntry entry, EffectPolicy policy, int attempt) => new()
    {
        TenantId = item.TenantId,
        InstanceId = entry.InstanceId,
        CorrelationId = entry.CorrelationId,
        IdempotencyKey = entry.IdempotencyKey,
        Request = entry.Request,
        Attempt = attempt,
        Policy = policy,
        IsSandbox = entry.IsSandbox,
        Services = services,
        Now = time.GetUtcNow(),
    };

    private ResiliencePipeline<EffectResult> Pipeline(EffectPolicy policy, int retries)
    {
        var builder = new ResiliencePipelineBuilder<EffectResult> { TimeProvider = time };
        if (retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<EffectResult>
            {
                MaxRetryAttempts = retries,
                Delay = policy.Delay,
                MaxDelay = policy.MaxDelay,
                BackoffType = Enum.Parse<DelayBackoffType>(policy.Backoff.ToString()),
                UseJitter = policy.UseJitter,
                Randomizer = random.NextDouble,
                ShouldHandle = new PredicateBuilder<EffectResult>().Handle<Exception>(e => e is not (OperationCanceledException or LeaseLostException)),
            });
        }

        return builder.AddTimeout(policy.Timeout).Build();
    }

    /// <summary>Leases count by the database's clock, so they are renewed by real time even where a test's clock stands still.</summary>
    private async Task RenewAsync(WorkItem item, CancellationTokenSource owned)
    {
        try
        {
            using var timer = new PeriodicTimer(options.Lease / 3, TimeProvider.System);
            while (await timer.WaitForNextTickAsync(owned.Token))
            {
                if (!await queue.RenewAsync(item, owned.Token))
                {
                    await owned.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The effect is over.
        }
        catch (NpgsqlException e)
        {
            LogNotRenewed(e, item.Id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The effect {Id} could not be run; it is tried again.")]
    private partial void LogFailed(Exception e, Guid id);

    [LoggerMessage(LogLevel.Warning, "The effect {Id} has another owner by now; its result is left to that one.")]
    private partial void LogFenced(Guid id);

    [LoggerMessage(LogLevel.Warning, "{Type} failed for good after {Attempts} attempts.")]
    private partial void LogGivenUp(Exception e, string type, int attempts);

    [LoggerMessage(LogLevel.Warning, "The lease of effect {Id} could not be renewed.")]
    private partial void LogNotRenewed(Exception e, Guid id);
}

/// <summary>The effect may not go on here: it has another owner, or the ledger cannot be reached.</summary>
internal sealed class LeaseLostException(Exception? inner = null) : Exception("The lease on an effect was lost.", inner);
