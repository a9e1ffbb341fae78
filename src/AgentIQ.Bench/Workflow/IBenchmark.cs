using AgentIQ.Bench.Hosting;

namespace AgentIQ.Bench.Workflow;

/// <summary>One benchmark: one letter of the report.</summary>
internal interface IBenchmark
{
    /// <summary>Its key in the report and for <c>--only</c>.</summary>
    string Key { get; }

    /// <summary>What is measured and how, in one or two sentences.</summary>
    string Description { get; }

    /// <summary>Measures.</summary>
    Task<Figures> RunAsync(BenchContext context, CancellationToken ct);
}
