namespace AgentIQ.Workflows.Tests.Histories;

/// <summary>What the activities of a run answer when the interpreter calls them.</summary>
internal abstract class StandInResults
{
    /// <summary>The answer to the next call of an execution.</summary>
    public abstract StandInResult Next(int execution, string activityId);
}

/// <summary>One answer.</summary>
/// <param name="Outcomes">It completes with these.</param>
/// <param name="Waits">It waits for these; an effect waits for its result and lists none.</param>
/// <param name="Fault">It fails with this.</param>
internal sealed record StandInResult(string[]? Outcomes = null, IReadOnlyList<HistoryWait>? Waits = null, string? Fault = null);

/// <summary>The answers that a history recorded.</summary>
internal sealed class RecordedResults(History history) : StandInResults
{
    private readonly Dictionary<int, Queue<StandInResult>> _byExecution = history.Bursts.SelectMany(b => b.Out)
        .Where(e => e.Event is "Completed" or "Suspended" or "Faulted")
        .GroupBy(e => e.Execution)
        .ToDictionary(g => g.Key, g => new Queue<StandInResult>(g.Select(Result)));

    public override StandInResult Next(int execution, string activityId) =>
        _byExecution.GetValueOrDefault(execution)?.TryDequeue(out var result) is true
            ? result
            : new StandInResult(Fault: $"execution #{execution} ({activityId}) did not answer here when the history was recorded");

    private static StandInResult Result(HistoryEvent e) => e.Event switch
    {
        "Completed" => new StandInResult(Outcomes: e.Outcomes),
        "Suspended" => new StandInResult(Waits: e.Waits ?? []),
        _ => new StandInResult(Fault: e.Message),
    };
}
