using AgentIQ.Interactions;

namespace AgentIQ.Orchestration.Clocks;

/// <summary>How the clock of one interaction runs: what counts, and that it stands while the customer is waited for.</summary>
internal sealed class InteractionClock
{
    private readonly ServiceClock _clock;

    private InteractionClock(Interaction interaction, ServiceClock clock) => (Interaction, _clock) = (interaction, clock);

    /// <summary>The interaction, with its deadlines where they belong after a pause that has ended.</summary>
    public Interaction Interaction { get; }

    /// <summary>Whether the clock stands: it is the customer's turn.</summary>
    public bool IsStopped => Interaction is { ClockStoppedAt: not null, ClockResumedAt: null };

    public static InteractionClock Of(Interaction interaction)
    {
        var clock = ServiceClock.Parse(interaction.ServiceClock);
        return new InteractionClock(Resume(interaction, clock), clock);
    }

    /// <summary>
    /// After a pause the clock goes on from where it stood: its start and the deadlines move so far that as much has counted, and as much is
    /// left, as when it stopped.
    /// </summary>
    public static Interaction Resume(Interaction interaction) => Resume(interaction, ServiceClock.Parse(interaction.ServiceClock));

    /// <summary>The moment that the clock shows: while it stands, the one at which it stopped.</summary>
    public DateTimeOffset Reading(DateTimeOffset now) => IsStopped ? Interaction.ClockStoppedAt!.Value : now;

    /// <summary>What has counted since the clock's start.</summary>
    public TimeSpan Waiting(DateTimeOffset now) => Past(Interaction.ClockStart, now);

    /// <summary>What has counted since a moment; negative before it.</summary>
    public TimeSpan Past(DateTimeOffset moment, DateTimeOffset now) => _clock.Between(moment, Reading(now));

    /// <summary>When so many minutes will have counted since a moment.</summary>
    public DateTimeOffset MinutesAfter(DateTimeOffset moment, long minutes) => _clock.Add(moment, TimeSpan.FromMinutes(minutes));

    private static Interaction Resume(Interaction interaction, ServiceClock clock)
    {
        if (interaction is not { ClockStoppedAt: { } stopped, ClockResumedAt: { } resumed })
        {
            return interaction;
        }

        DateTimeOffset Moved(DateTimeOffset moment) => clock.Add(resumed, clock.Between(stopped, moment));
        return interaction with
        {
            ClockStart = Moved(interaction.ClockStart),
            FirstResponseDue = interaction.FirstResponseDue is { } due ? Moved(due) : null,
            EscalateAt = interaction.EscalateAt is { } escalateAt ? Moved(escalateAt) : null,
            HardDeadline = interaction.HardDeadline is { } hard ? Moved(hard) : null,
            ClockStoppedAt = null,
            ClockResumedAt = null,
        };
    }
}
