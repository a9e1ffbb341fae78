using System.Text.Json;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.InMemory.Cases;

/// <summary>One run to try: definitions, input, and what comes from outside while it waits.</summary>
public sealed record WorkflowCase
{
    /// <summary>Definition JSON; the first one is run, the others are available to it as children.</summary>
    public required IReadOnlyList<string> Definitions { get; init; }

    /// <summary>Workflow input by name.</summary>
    public IReadOnlyDictionary<string, object?>? Input { get; init; }

    /// <summary>The run's correlation. Null: none.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Id of the trigger activity that the run begins at. Null: it begins where a flowchart begins.</summary>
    public string? Trigger { get; init; }

    /// <summary>Events that are published when somebody waits for them; the first entry that fits is taken.</summary>
    public IReadOnlyList<CaseEvent> Events { get; init; } = [];

    /// <summary>Results of RunTask activities by the task's name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Tasks { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>How flowcharts join, whatever their definitions say. Null: as <see cref="InMemoryOptions.FlowchartMode"/> says.</summary>
    public FlowchartMode? Mode { get; init; }

    /// <summary>Which waiting timers are resumed at once.</summary>
    public CaseTimers Timers { get; init; } = CaseTimers.Elapse;

    /// <summary>Time that the run may take, by the wall clock. Default 30 s.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>An event that comes from outside.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Payload">What comes with it.</param>
/// <param name="IsOnce">False: it comes again whenever somebody waits for it.</param>
/// <param name="MayReportTask">Whether it is also the result of a RunTask of that name, when nobody waits for it as an event.</param>
public sealed record CaseEvent(string Name, JsonElement? Payload = null, bool IsOnce = false, bool MayReportTask = false);

/// <summary>What happens to timers during a run.</summary>
public enum CaseTimers
{
    /// <summary>They wait.</summary>
    Wait,

    /// <summary>Time passes until the first one is due.</summary>
    Skip,

    /// <summary>As the recorded cases had it: the Delay, Timer or StartAt that is due first is resumed while the clock stands still.</summary>
    Elapse,
}
