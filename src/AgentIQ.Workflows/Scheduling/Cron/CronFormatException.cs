namespace AgentIQ.Workflows.Scheduling.Cron;

/// <summary>A text is no cron expression. The message names the place, what was expected, and an expression that works.</summary>
internal sealed class CronFormatException(string expression, int position, string problem)
    : Exception($"Cron expression '{expression}' is wrong at position {position}: {problem}. {Example}")
{
    private const string Example = "Example: '0 30 9 * * MON-FRI' is 09:30:00 from Monday to Friday (second minute hour day month weekday; the second may be left out).";

    /// <summary>Counted from 1.</summary>
    public int Position { get; } = position;
}
