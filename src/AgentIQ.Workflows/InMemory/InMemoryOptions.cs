using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.InMemory;

/// <summary>How runs in memory behave.</summary>
public sealed record InMemoryOptions
{
    /// <summary>The virtual clock's first time. Null: now. Default null.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>
    /// Activities begun or resumed, over all instances, after which everything is stopped: what loops for ever ends here. Default 100,000.
    /// </summary>
    public int MaxSteps { get; init; } = 100_000;

    /// <summary>Instances after which no further one is begun: what starts itself for ever ends here. Default 1,000.</summary>
    public int MaxInstances { get; init; } = 1_000;

    /// <summary>How flowcharts join, whatever their definitions say. Null: as the definition says, else by counters, as in Elsa. Default null.</summary>
    public FlowchartMode? FlowchartMode { get; init; }

    /// <summary>
    /// Activity types whose effects are run for real, with their own policy, against the outside world. All other effects fail with a
    /// message that says so, unless <see cref="Effects"/> answers them. Default: none.
    /// </summary>
    public IReadOnlySet<string> RealEffects { get; init; } = new HashSet<string>();

    /// <summary>Answers effects in place of the outside world; null from it: not this one. Default null.</summary>
    public Func<InMemoryEffect, EffectResult?>? Effects { get; init; }

    /// <summary>Where activities get their services from. Null: only what the engine's own activities need; one that needs more becomes an incident. Default null.</summary>
    public IServiceProvider? Services { get; init; }
}

/// <summary>An effect that wants to happen.</summary>
/// <param name="ActivityType">The activity's type.</param>
/// <param name="ActivityId">Its id in the definition.</param>
/// <param name="Intent">What it asks of the outside.</param>
public sealed record InMemoryEffect(string ActivityType, string ActivityId, EffectIntent Intent);
