using AgentIQ.Rules.Facts;

namespace AgentIQ.Context.Facts;

/// <summary>This layer's part of the fact catalogue, <c>Facts/facts.json</c>. Whether and how firmly an interaction is linked to others.</summary>
public sealed class ContextFacts : IFactSource
{
    /// <inheritdoc />
    public IReadOnlyList<FactField> Fields { get; } = FactFile.Embedded(typeof(ContextFacts).Assembly);
}
