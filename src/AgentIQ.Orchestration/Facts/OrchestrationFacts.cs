using AgentIQ.Rules.Facts;

namespace AgentIQ.Orchestration.Facts;

/// <summary>This layer's part of the fact catalogue, <c>Facts/facts.json</c>. What the interaction is, its priority and case, the seller's team, and its clocks.</summary>
public sealed class OrchestrationFacts : IFactSource
{
    /// <inheritdoc />
    public IReadOnlyList<FactField> Fields { get; } = FactFile.Embedded(typeof(OrchestrationFacts).Assembly);
}
