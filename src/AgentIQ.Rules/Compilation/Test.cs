using AgentIQ.Rules.Conditions;

namespace AgentIQ.Rules.Compilation;

/// <summary>A compiled condition.</summary>
internal delegate Truth Test(Evaluation evaluation);
