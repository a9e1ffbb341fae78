using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Decisions;

namespace AgentIQ.Rules.Explaining;

/// <summary>Why a set decided as it did, and why every other row did not: each condition with the actual value.</summary>
/// <param name="Set">The set.</param>
/// <param name="Decision">What it decides about the facts.</param>
/// <param name="Tables">The tables in their order, each with every row in the order in which rows are considered.</param>
public sealed record Explanation(CompiledRuleSet Set, Decision Decision, IReadOnlyList<ExplainedTable> Tables);
