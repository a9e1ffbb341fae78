namespace AgentIQ.Workflows.Scheduling;

/// <summary>What a schedule is: two that are equal are the same schedule, whichever version they come from.</summary>
internal sealed record ScheduleRule(Schedule Schedule, string TimeZone, MissedRuns MissedRuns)
{
    /// <inheritdoc cref="Schedule.Following" />
    public Func<DateTimeOffset, DateTimeOffset?> Following(DateTimeOffset anchor) => Schedule.Following(anchor, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}

/// <summary>A row of workflow_schedules.</summary>
/// <param name="Id">Its key.</param>
/// <param name="DefinitionId">What it starts.</param>
/// <param name="ActivityId">Where it starts it.</param>
/// <param name="Rule">When.</param>
/// <param name="Anchor">What intervals count from.</param>
/// <param name="Next">The time that the queue waits for.</param>
internal sealed record ScheduleRow(Guid Id, string DefinitionId, string ActivityId, ScheduleRule Rule, DateTimeOffset Anchor, DateTimeOffset? Next);
