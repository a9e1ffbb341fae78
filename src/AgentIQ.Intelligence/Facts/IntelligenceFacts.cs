using AgentIQ.Rules.Facts;

namespace AgentIQ.Intelligence.Facts;

/// <summary>This layer's part of the fact catalogue, <c>Facts/facts.json</c>. What the customer wants, what a draft is, and what a reply says.</summary>
public sealed class IntelligenceFacts : IFactSource
{
    /// <inheritdoc />
    public IReadOnlyList<FactField> Fields { get; } = FactFile.Embedded(typeof(IntelligenceFacts).Assembly);
}
