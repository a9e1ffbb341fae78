using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>One case of a switch: its label is the port.</summary>
internal sealed record SwitchCase(string Label, CompiledExpression Condition);

/// <summary>How many cases of a switch may match.</summary>
internal enum SwitchMode
{
    /// <summary>The first whose condition is true.</summary>
    MatchFirst,

    /// <summary>All whose condition is true.</summary>
    MatchAny,
}
