using AgentIQ.Bench.Hosting;

namespace AgentIQ.Bench.Rules;

/// <summary>One benchmark of the policy engine: one letter of the report.</summary>
internal interface IRulesBenchmark
{
    /// <summary>Its key in the report and for <c>--only</c>.</summary>
    string Key { get; }

    /// <summary>What is measured and how, in one or two sentences.</summary>
    string Description { get; }

    /// <summary>Measures, on the calling thread alone.</summary>
    Figures Run(RulesScale scale, CancellationToken ct);
}
