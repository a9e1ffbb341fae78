using AgentIQ.Rules.Compilation;

namespace AgentIQ.Intelligence.Guardrails;

/// <summary>
/// How long a reply by a person may be at a marketplace's channel, in characters after trimming, both ends included. The
/// numbers stand in the guardrail policy alone.
/// </summary>
/// <param name="HardMin">Shorter is refused; null when the policy refuses no short reply.</param>
/// <param name="HardMax">Longer is refused; null when the policy refuses no long reply.</param>
/// <param name="StyleMin">Shorter is warned of; null when the policy warns of no short reply.</param>
/// <param name="StyleMax">Longer is warned of; null when the policy warns of no long reply.</param>
public sealed record LengthLimits(int? HardMin, int? HardMax, int? StyleMin, int? StyleMax)
{
    /// <summary>Asks a policy for its limits.</summary>
    /// <param name="policy">The guardrails in force.</param>
    /// <param name="marketplace">The marketplace, such as <c>wildberries</c>.</param>
    /// <param name="channel"><c>review</c>, <c>question</c> or <c>chat</c>.</param>
    public static LengthLimits Of(CompiledRuleSet policy, string marketplace, string channel)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var probe = new LengthProbe(policy, marketplace, channel);
        return new LengthLimits(probe.Shortest("deny"), probe.Longest("deny"), probe.Shortest("warn"), probe.Longest("warn"));
    }
}
