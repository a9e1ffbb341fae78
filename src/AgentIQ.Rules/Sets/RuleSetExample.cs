using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Sets;

/// <summary>A test that stands beside the rules: facts, and what must come of them.</summary>
/// <param name="Name">What the example shows.</param>
/// <param name="Path">Its place in the document as a JSON path.</param>
/// <param name="Facts">What is known.</param>
/// <param name="Outputs">What must be put out; outputs that are not named may be anything.</param>
/// <param name="Rows">Exactly the rows that must decide, in order; null when it does not matter.</param>
public sealed record RuleSetExample(
    string Name,
    string Path,
    FactValues Facts,
    IReadOnlyList<OutputValue> Outputs,
    IReadOnlyList<string>? Rows);
