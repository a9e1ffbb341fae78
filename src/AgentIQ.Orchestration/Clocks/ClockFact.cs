using AgentIQ.Rules.Facts;

namespace AgentIQ.Orchestration.Clocks;

/// <summary>A fact that changes by time alone: what it is now, and when it will have reached a value.</summary>
/// <param name="Name">Its name in the catalogue.</param>
/// <param name="Set">Sets the fact for a moment.</param>
/// <param name="When">When the fact reaches a number as rules keep it; null: never.</param>
internal sealed record ClockFact(string Name, Action<FactValues, InteractionClock, DateTimeOffset> Set, Func<InteractionClock, long, DateTimeOffset?> When)
{
    /// <summary>All of them. A fact of the catalogue that time changes must be here, else rules about it would never be woken.</summary>
    public static IReadOnlyList<ClockFact> All { get; } =
    [
        new("age", (facts, clock, now) => facts.Set("age", now - clock.Interaction.OccurredAt), (clock, ticks) => clock.Interaction.OccurredAt + TimeSpan.FromTicks(ticks)),
        new(
            "waiting_minutes",
            (facts, clock, now) => facts.Set("waiting_minutes", Math.Max(0, Whole(clock.Waiting(now)))),
            (clock, minutes) => clock.MinutesAfter(clock.Interaction.ClockStart, minutes)),
        Past("minutes_past_first_response", clock => clock.Interaction.FirstResponseDue),
        Past("minutes_past_escalate", clock => clock.Interaction.EscalateAt),
        Past("minutes_past_hard_deadline", clock => clock.Interaction.HardDeadline),
        new(
            "overdue",
            (facts, clock, now) => facts.Set("overdue", clock.Interaction.HardDeadline <= clock.Reading(now)),
            (clock, _) => clock.Interaction.HardDeadline),
    ];

    private static ClockFact Past(string name, Func<InteractionClock, DateTimeOffset?> moment) => new(
        name,
        (facts, clock, now) => facts.Set(name, moment(clock) is { } passed ? Whole(clock.Past(passed, now)) : null),
        (clock, minutes) => moment(clock) is { } passed ? clock.MinutesAfter(passed, minutes) : null);

    /// <summary>Rounded down, so that a moment counts as passed only when it has: half a minute before is -1.</summary>
    private static long Whole(TimeSpan span) => (long)Math.Floor(span.TotalMinutes);
}
