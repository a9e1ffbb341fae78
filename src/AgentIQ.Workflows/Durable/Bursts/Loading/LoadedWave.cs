using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Everything that the bursts of a wave read, fetched for all of them together.</summary>
internal sealed class LoadedWave
{
    /// <summary>Instances by id: those of the work itself and those that its stimuli meet.</summary>
    public Dictionary<Guid, InstanceRow> Instances { get; } = [];

    /// <summary>By the id of the work.</summary>
    public Dictionary<Guid, StimulusRoute> Routes { get; } = [];

    /// <summary>Results by the key of the ledger.</summary>
    public Dictionary<Guid, EffectResult> Effects { get; } = [];

    /// <summary>Stimuli that came too early, by instance.</summary>
    public Dictionary<Guid, List<WaitingStimulus>> Waiting { get; } = [];

    /// <exception cref="InvalidOperationException">The ledger has no result.</exception>
    public EffectResult ResultOf(Guid ledgerId) => Effects.GetValueOrDefault(ledgerId)
        ?? throw new InvalidOperationException($"Effect {ledgerId} was reported as done, but the ledger has no result.");
}
