using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Durable.Effects;
using AgentIQ.Workflows.Durable.Queue;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Workflows.Durable;

/// <summary>
/// Works on the queue until the process stops: a few batches of bursts at a time, and effects. When stopping it claims nothing more, commits
/// the batches it is in, and gives running effects <see cref="WorkflowOptions.StopTimeout"/> before it releases them.
/// </summary>
internal sealed partial class WorkflowWorker(
    WorkQueue queue, BurstRunner bursts, EffectRunner effects, WorkBell bell, WorkflowOptions options, ILogger<WorkflowWorker> logger) : BackgroundService
{
    /// <summary>
    /// The bell may be rung before the commit, so whoever heard it looks again after these pauses: about a third of the time that has
    /// passed since, so that a commit is noticed late by no more than that part of what it took. A look that finds nothing costs 0.1 ms.
    /// </summary>
    private static readonly TimeSpan[] LooksAfterRing = [.. new[] { 1, 1, 1, 1, 2, 2, 3, 4, 5, 7, 10, 13, 17, 23, 30, 40, 50 }.Select(ms => TimeSpan.FromMilliseconds(ms))];

    private readonly SemaphoreSlim _slots = new(options.ConcurrentEffects);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => RunAsync(stoppingToken), CancellationToken.None);

    private async Task RunAsync(CancellationToken stopping)
    {
        using var ending = new CancellationTokenSource();
        await using var stop = stopping.Register(() => ending.CancelAfter(options.StopTimeout));
        await Task.WhenAll(
            [
                LoopAsync(token => WorkOnEffectsAsync(ending.Token, token), _ => Task.FromResult(options.PollInterval), stopping),
                .. Enumerable.Range(0, options.ConcurrentBatches).Select(_ => LoopAsync(token => WorkOnBurstsAsync(ending.Token, token), UntilNextTimerAsync, stopping)),
            ]);
        for (var slot = 0; slot < options.ConcurrentEffects; slot++)
        {
            await _slots.WaitAsync(CancellationToken.None);
        }
    }

    /// <summary>True when there was work.</summary>
    private async Task<bool> WorkOnBurstsAsync(CancellationToken ending, CancellationToken stopping)
    {
        var items = await queue.ClaimBurstsAsync(options.BatchSize, stopping);
        if (items.Count == 0)
        {
            return false;
        }

        await bursts.RunAsync(items, ending);
        return true;
    }

    /// <summary>Nobody rings for a timer: the worker knows when the next one is due, and polls for what others armed in the meantime.</summary>
    private async Task<TimeSpan> UntilNextTimerAsync(CancellationToken stopping)
    {
        var next = await queue.UntilNextDueAsync(stopping);
        return next < options.PollInterval ? TimeSpan.FromMilliseconds(Math.Ceiling(next.Value.TotalMilliseconds)) : options.PollInterval;
    }

    private async Task<bool> WorkOnEffectsAsync(CancellationToken ending, CancellationToken stopping)
    {
        await _slots.WaitAsync(stopping);
        var free = 1;
        while (_slots.Wait(TimeSpan.Zero, CancellationToken.None))
        {
            free++;
        }

        List<WorkItem> items = [];
        try
        {
            items = await queue.ClaimEffectsAsync(free, stopping);
        }
        finally
        {
            if (free > items.Count)
            {
                _slots.Release(free - items.Count);
            }
        }

        foreach (var item in items)
        {
            _ = RunEffectAsync(item, ending);
        }

        return items.Count > 0;
    }

    private async Task RunEffectAsync(WorkItem item, CancellationToken ending)
    {
        try
        {
            await effects.RunAsync(item, ending);
        }
        catch (Exception e)
        {
            LogEffectLost(e, item.Id);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Works while there is work, then waits for the bell or the next poll. These waits are real time, whatever the business clock says.</summary>
    private async Task LoopAsync(Func<CancellationToken, Task<bool>> work, Func<CancellationToken, Task<TimeSpan>> longestPause, CancellationToken stopping)
    {
        var looks = 0;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var ring = bell.NextRing;
                if (await work(stopping))
                {
                    looks = 0;
                    continue;
                }

                var pause = looks < LooksAfterRing.Length ? LooksAfterRing[looks++] : await longestPause(stopping);
                if (await WaitAsync(ring, pause, stopping))
                {
                    looks = 0;
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogLoopFailed(e, e is NpgsqlException ? "the database does not answer" : "an unexpected error");
                await WaitAsync(Task.Delay(Timeout.Infinite, stopping), options.PollInterval, stopping);
            }
        }
    }

    /// <summary>True when the bell rang.</summary>
    private static async Task<bool> WaitAsync(Task ring, TimeSpan pause, CancellationToken stopping)
    {
        try
        {
            await ring.WaitAsync(pause, TimeProvider.System, stopping);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The worker pauses: {Reason}.")]
    private partial void LogLoopFailed(Exception e, string reason);

    [LoggerMessage(LogLevel.Error, "The effect {Id} was lost here; its lease runs out and another attempt follows.")]
    private partial void LogEffectLost(Exception e, Guid id);
}
