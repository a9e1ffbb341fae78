using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Decisions;

/// <summary>What a set decided about some facts, why, and by which version.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Version">The version that decided.</param>
/// <param name="Hash">SHA-256 of that version's text.</param>
/// <param name="Rows">The rows that decided, in the order of the tables. Empty: the defaults hold.</param>
/// <param name="Outputs">What was decided.</param>
/// <param name="Unknown">Facts that the set asks about and nobody knew.</param>
/// <param name="Facts">Everything that was known at that moment: a copy, which later changes do not touch.</param>
/// <param name="Fault">What broke, or null; the outputs are then the set's <c>onFault</c>.</param>
public sealed record Decision(
    string Set,
    RuleSetVersion Version,
    string Hash,
    IReadOnlyList<DecisionRow> Rows,
    DecisionOutputs Outputs,
    IReadOnlyList<string> Unknown,
    FactValues Facts,
    string? Fault);
