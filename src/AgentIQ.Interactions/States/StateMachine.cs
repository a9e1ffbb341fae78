using System.Collections.Frozen;

namespace AgentIQ.Interactions;

/// <summary>
/// The one transition table of interactions. A closed round has no way out: a customer who comes back opens
/// the next round.
/// </summary>
public static class StateMachine
{
    private static readonly FrozenDictionary<(InteractionStatus From, Trigger Trigger), InteractionStatus> Table =
        new Dictionary<(InteractionStatus, Trigger), InteractionStatus>
        {
            [(InteractionStatus.New, Trigger.Assign)] = InteractionStatus.Assigned,
            [(InteractionStatus.New, Trigger.Reply)] = InteractionStatus.InProgress,
            [(InteractionStatus.New, Trigger.CustomerWrote)] = InteractionStatus.New,
            [(InteractionStatus.New, Trigger.Resolve)] = InteractionStatus.Resolved,
            [(InteractionStatus.New, Trigger.Close)] = InteractionStatus.Closed,

            [(InteractionStatus.Assigned, Trigger.Assign)] = InteractionStatus.Assigned,
            [(InteractionStatus.Assigned, Trigger.Unassign)] = InteractionStatus.New,
            [(InteractionStatus.Assigned, Trigger.Reply)] = InteractionStatus.InProgress,
            [(InteractionStatus.Assigned, Trigger.CustomerWrote)] = InteractionStatus.Assigned,
            [(InteractionStatus.Assigned, Trigger.Resolve)] = InteractionStatus.Resolved,
            [(InteractionStatus.Assigned, Trigger.Close)] = InteractionStatus.Closed,

            [(InteractionStatus.InProgress, Trigger.Assign)] = InteractionStatus.InProgress,
            [(InteractionStatus.InProgress, Trigger.Return)] = InteractionStatus.Assigned,
            [(InteractionStatus.InProgress, Trigger.AwaitCustomer)] = InteractionStatus.WaitingCustomer,
            [(InteractionStatus.InProgress, Trigger.CustomerWrote)] = InteractionStatus.InProgress,
            [(InteractionStatus.InProgress, Trigger.Resolve)] = InteractionStatus.Resolved,
            [(InteractionStatus.InProgress, Trigger.Close)] = InteractionStatus.Closed,

            [(InteractionStatus.WaitingCustomer, Trigger.Assign)] = InteractionStatus.WaitingCustomer,
            [(InteractionStatus.WaitingCustomer, Trigger.CustomerWrote)] = InteractionStatus.Assigned,
            [(InteractionStatus.WaitingCustomer, Trigger.Reply)] = InteractionStatus.InProgress,
            [(InteractionStatus.WaitingCustomer, Trigger.Resolve)] = InteractionStatus.Resolved,
            [(InteractionStatus.WaitingCustomer, Trigger.Close)] = InteractionStatus.Closed,

            [(InteractionStatus.Resolved, Trigger.CustomerWrote)] = InteractionStatus.Assigned,
            [(InteractionStatus.Resolved, Trigger.Return)] = InteractionStatus.Assigned,
            [(InteractionStatus.Resolved, Trigger.Close)] = InteractionStatus.Closed,
        }.ToFrozenDictionary();

    /// <summary>True when <paramref name="trigger"/> means something in <paramref name="status"/>.</summary>
    public static bool Allows(InteractionStatus status, Trigger trigger) => Table.ContainsKey((status, trigger));

    /// <summary>
    /// Applies <paramref name="trigger"/>: the new state, and the times that belong to it. The clock stops when it becomes the customer's turn
    /// and runs again from the moment at which it is ours.
    /// </summary>
    /// <exception cref="InvalidTransitionException">The table has no such transition.</exception>
    public static Interaction Apply(Interaction interaction, Trigger trigger, DateTimeOffset now)
    {
        if (!Table.TryGetValue((interaction.Status, trigger), out var next))
        {
            throw new InvalidTransitionException(interaction.Id, interaction.Status, trigger);
        }

        return interaction with
        {
            Status = next,
            ResolvedAt = trigger == Trigger.Resolve ? now : next == InteractionStatus.Closed ? interaction.ResolvedAt : null,
            ClosedAt = next == InteractionStatus.Closed ? now : null,

            // A second pause before the first was accounted for is one with it: what lay between was not waited for either.
            ClockStoppedAt = next == InteractionStatus.WaitingCustomer ? interaction.ClockStoppedAt ?? now : interaction.ClockStoppedAt,
            ClockResumedAt = next == InteractionStatus.WaitingCustomer ? null
                : interaction.Status == InteractionStatus.WaitingCustomer ? now
                : interaction.ClockResumedAt,
        };
    }
}
