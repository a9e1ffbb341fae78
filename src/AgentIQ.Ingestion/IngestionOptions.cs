using AgentIQ.Ingestion.Wildberries;

namespace AgentIQ.Ingestion;

/// <summary>Settings of ingestion. The defaults are those of domain 2.2 and 2.3 where it names one.</summary>
public sealed record IngestionOptions
{
    /// <summary>Time between two syncs of a channel whose account may be asked freely; a scarce account's own interval wins. Default: 30 s.</summary>
    public TimeSpan SyncInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Items that one pass reads at most while it has no watermark. Default: 1500.</summary>
    public int FirstBudget { get; init; } = 1500;

    /// <summary>Items that one pass reads at most afterwards. What is left over is read by the next runs. Default: 500.</summary>
    public int Budget { get; init; } = 500;

    /// <summary>Items of a page. Default: 100.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Items by which a page repeats the one before, to notice that the list moved. Default: 5.</summary>
    public int PageOverlap { get; init; } = 5;

    /// <summary>How far before the watermark a pass still looks: marketplaces publish slightly out of order. Default: 2 s.</summary>
    public TimeSpan WatermarkOverlap { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a pass ignores its watermark, to see edits and answers of older items. Default: 1 h.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Items that one run reads singly: those that left the unanswered list, and ours under moderation. Default: 20.</summary>
    public int MaxSingleReads { get; init; } = 20;

    /// <summary>How long a caller waits for the pace; beyond it the call fails as rate limited. Default: 5 s.</summary>
    public TimeSpan MaxPacingWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a run may be silent before another process takes the channel over. Must be longer than one request and its wait. Default: 45 s.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Channels that one process syncs at the same time. Default: 8.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>How often the worker looks for channels that are due. Default: 1 s.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Wait after the first failure; it doubles with each further one. Default: 5 s.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait after failures. Default: 5 min.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Failures in a row after which a channel counts as failing instead of waiting. Default: 3.</summary>
    public int FailuresUntilFailing { get; init; } = 3;

    /// <summary>How long after sending an answer may be missing at the marketplace before it counts as lost. Default: 2 min.</summary>
    public TimeSpan AnswerGrace { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long finished runs are kept. Default: 7 days.</summary>
    public TimeSpan RunHistory { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Wildberries.</summary>
    public WildberriesOptions Wildberries { get; init; } = new();

    /// <summary>The wait after <paramref name="failures"/> failures in a row.</summary>
    public TimeSpan BackoffAfter(int failures) =>
        TimeSpan.FromTicks((long)Math.Min(MaxBackoff.Ticks, FirstBackoff.Ticks * Math.Pow(2, Math.Max(failures - 1, 0))));
}
