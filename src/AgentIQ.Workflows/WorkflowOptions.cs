namespace AgentIQ.Workflows;

/// <summary>How the engine runs in this process.</summary>
public sealed class WorkflowOptions
{
    /// <summary>Folder with the platform's definitions, imported at start. Null: none are shipped. Default null.</summary>
    public string? DefinitionsFolder { get; set; }

    /// <summary>
    /// Bursts that one transaction commits together. More amortise the commit better; beyond 64 subtransactions PostgreSQL gets slow.
    /// Default 50.
    /// </summary>
    public int BatchSize { get; set; } = 50;

    /// <summary>
    /// How long claimed work belongs to its owner by the database's clock, who renews it while an effect runs. After it the work is
    /// another's and the old owner's writes are refused. Shorter recovers faster from a crash; it must exceed the longest batch. Default 30 s.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long an idle worker waits when no notification comes. Notifications are hints only; this bounds how late anything can be noticed. Default 500 ms.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Effects that run at the same time in this process. Default 16.</summary>
    public int ConcurrentEffects { get; set; } = 16;

    /// <summary>Attempts of a burst before it becomes dead work with an incident. Crashes of the process count. Default 5.</summary>
    public int BurstAttempts { get; set; } = 5;

    /// <summary>Wait before a failed burst is tried again; doubles with each further attempt. Default 1 s.</summary>
    public TimeSpan BurstRetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Steps after which a burst is cut and its rest queued, so that an endless loop blocks nobody. Default 10,000.</summary>
    public int StepsPerBurst { get; set; } = 10_000;

    /// <summary>How long a stimulus that nobody waits for is kept, in business time. Default 30 days.</summary>
    public TimeSpan StimulusRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a stop waits for running effects before it releases them for others. Default 8 s; together with the rest a stop stays under 10 s.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Whether this process works on the queue. False only asks and looks. Default true.</summary>
    public bool RunsWorker { get; set; } = true;
}
