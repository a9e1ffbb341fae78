namespace AgentIQ.Workflows;

/// <summary>
/// How long what is over is kept, in business time; null: for ever. Removed in small batches that lock nothing else, by any number of
/// processes at once. Never removed: an instance that runs, that has an open incident or for which work is queued (but see
/// <see cref="SandboxRuns"/>); the effects of an instance that is still there; the journal of a month in which a running instance did something; definitions; what people did about incidents.
/// </summary>
public sealed class RetentionOptions
{
    /// <summary>
    /// Ended instances, counted from their end, with their incidents and tasks. An idempotency key prevents a second start as long as its instance
    /// is kept. Default 365 days.
    /// </summary>
    public TimeSpan? Instances { get; set; } = TimeSpan.FromDays(365);

    /// <summary>
    /// Trial runs, counted from their start, whether they have ended or not: one that still runs is cancelled first. With their incidents,
    /// tasks and effects. Default 7 days.
    /// </summary>
    public TimeSpan? SandboxRuns { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Journals, by whole months, counted from the month's end: a month is dropped at once and not row by row. Default 400 days.</summary>
    public TimeSpan? Journals { get; set; } = TimeSpan.FromDays(400);

    /// <summary>
    /// The ledger of effects, counted from their last attempt. Until then an idempotency key is never used twice, whichever instance
    /// asks; so it should exceed the time in which the same effect could be asked for anew. Default 730 days.
    /// </summary>
    public TimeSpan? Effects { get; set; } = TimeSpan.FromDays(730);

    /// <summary>Rows that one statement removes. Fewer hold their locks shorter. Default 500.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>From one round to the next. Default 1 h.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);
}
