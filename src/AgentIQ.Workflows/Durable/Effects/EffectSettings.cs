using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Durable.Effects;

/// <summary>
/// How an effect is to be run, as the version that asked for it says. It travels with the row of the queue, because whoever runs the
/// effect has only that and the ledger, not the definition.
/// </summary>
/// <param name="Version">Version of the activity's type.</param>
/// <param name="Policy">Null: the class's own.</param>
internal sealed record EffectSettings(int Version, EffectPolicy? Policy)
{
    /// <summary>As JSON that is laid over the payload; null when there is nothing to say.</summary>
    public static string? Of(PendingEffect effect)
    {
        var version = effect.Execution.Node.Descriptor.Version;
        return version == 1 && effect.Intent!.Policy is null ? null : Payload.Write(new EffectSettings(version, effect.Intent!.Policy));
    }
}
