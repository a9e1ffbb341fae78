using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows;

/// <summary>How the engine runs in this process.</summary>
public sealed class WorkflowOptions
{
    /// <summary>Folder with the platform's definitions, imported at start. Null: none are shipped. Default null.</summary>
    public string? DefinitionsFolder { get; set; }

    /// <summary>
    /// Bursts that one transaction commits together. More share the commit and the statements; a transaction also ends after 50 bursts
    /// that touched the domain. Default 100: a fifth less processor time for each than 50 (bench/RESULTS.md).
    /// </summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>
    /// Batches that this process works on at the same time: while the database commits one, the next is claimed and run. A lane still has
    /// one owner. Default 2.
    /// </summary>
    public int ConcurrentBatches { get; set; } = 2;

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

    /// <summary>
    /// How flowcharts decide when an activity with several ways in runs, where neither the run nor the definition (custom property
    /// <c>Flowchart:ExecutionMode</c>) says so. An instance keeps the mode that it began with. Default <see cref="FlowchartMode.Counter"/>, as in Elsa.
    /// </summary>
    public FlowchartMode FlowchartMode { get; set; } = FlowchartMode.Counter;

    /// <summary>How long a stimulus that nobody waits for is kept, in business time. Default 30 days.</summary>
    public TimeSpan StimulusRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Whose clocks a cron expression means where neither the activity nor its definition says so. Default UTC.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>What becomes of scheduled runs that were missed, where neither the activity nor its definition says so. Default one run for all.</summary>
    public Scheduling.MissedRuns MissedRuns { get; set; } = Scheduling.MissedRuns.Skip;

    /// <summary>
    /// How many missed runs of one schedule <see cref="Scheduling.MissedRuns.CatchUp"/> makes up for after an outage: the latest ones. Those before
    /// them are left out, and the log says so. Without a limit a schedule of seconds would keep everybody busy for days. Default 1,000.
    /// </summary>
    public int MostMissedRuns { get; set; } = 1_000;

    /// <summary>How long what is over is kept.</summary>
    public RetentionOptions Retention { get; set; } = new();

    /// <summary>
    /// Policies for effects that definitions name in <c>customProperties.resilienceStrategy</c> (<c>strategyId</c>); by name. A definition
    /// that names another one cannot be published. Default none.
    /// </summary>
    public IDictionary<string, Activities.EffectPolicy> ResilienceStrategies { get; } = new Dictionary<string, Activities.EffectPolicy>(StringComparer.Ordinal);

    /// <summary>What workflows may do over HTTP.</summary>
    public Http.WorkflowHttpOptions Http { get; } = new();

    /// <summary>How long a stop waits for running effects before it releases them for others. Default 8 s; together with the rest a stop stays under 10 s.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Compiled versions of definitions that the process keeps in memory; the least recently used one makes room. One with 30 activities takes
    /// about 100 kB. Default 1,000.
    /// </summary>
    public int CompiledVersions { get; set; } = 1_000;

    /// <summary>
    /// How long a new definition without an id that its author saves again, word for word, is taken for the same one: browsers repeat a
    /// request that was not answered. Default 1 min; the designer gives up after 14 s of waiting.
    /// </summary>
    public TimeSpan RepeatedCreation { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether this process works on the queue. False only asks and looks. Default true.</summary>
    public bool RunsWorker { get; set; } = true;
}
