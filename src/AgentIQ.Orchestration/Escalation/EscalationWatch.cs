using AgentIQ.Interactions;
using AgentIQ.Orchestration.Clocks;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Decisions;

namespace AgentIQ.Orchestration.Escalation;

/// <summary>
/// When the <c>escalation</c> policy has something to say about an interaction: now, or at the next moment at which time alone can change its
/// decision. Those moments follow from the rules: each number that a rule compares a clock with is one.
/// </summary>
public sealed class EscalationWatch(InteractionFacts interactionFacts, IPolicies policies)
{
    /// <summary>The name of the policy set.</summary>
    public const string PolicySet = "escalation";

    private volatile string? _lastChange;

    /// <summary>
    /// Makes sure that this process decides by the rules of a change that it was told of: the notification of them may still be on its
    /// way. Asks the database once for each change, however many interactions wait.
    /// </summary>
    public async Task CatchUpAsync(string change, CancellationToken cancellationToken)
    {
        if (_lastChange != change)
        {
            await policies.ReloadAsync(cancellationToken);
            _lastChange = change;
        }
    }

    /// <summary>Looks at an interaction.</summary>
    /// <returns>A moment not after <paramref name="now"/>: it is to be escalated. A later one: look again then. Null: no time changes anything.</returns>
    public async Task<DateTimeOffset?> NextAsync(TenantScope scope, Interaction interaction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var set = policies.Current(scope.TenantId, PolicySet);
        var decision = set.Evaluate(await interactionFacts.OfAsync(scope, interaction, now, cancellationToken));
        return LevelOf(decision) > interaction.EscalationLevel ? now : NextLook(set, interaction, now);
    }

    /// <summary>The level that a decision asks for; 0 when it asks for none.</summary>
    internal static int LevelOf(Decision decision) => decision.Outputs.Flag("escalate") ? decision.Outputs.Integer("level") ?? 0 : 0;

    /// <summary>The first moment after <paramref name="now"/> at which a rule may come to another answer; null while the clock stands.</summary>
    internal static DateTimeOffset? NextLook(CompiledRuleSet set, Interaction interaction, DateTimeOffset now)
    {
        var clock = InteractionClock.Of(interaction);
        if (clock.IsStopped)
        {
            return null;
        }

        return ClockFact.All
            .SelectMany(fact => set.CutPoints(fact.Name).Select(number => fact.When(clock, number)))
            .Select(moment => moment is { } known ? Kept(known) : (DateTimeOffset?)null)
            .Where(moment => moment > now)
            .Min();
    }

    /// <summary>Rounded up to what PostgreSQL keeps, so that a wake-up never comes a fraction early.</summary>
    private static DateTimeOffset Kept(DateTimeOffset moment)
    {
        var over = moment.Ticks % TimeSpan.TicksPerMillisecond;
        return over == 0 ? moment : moment.AddTicks(TimeSpan.TicksPerMillisecond - over);
    }
}
