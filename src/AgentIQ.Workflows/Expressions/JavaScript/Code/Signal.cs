namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

/// <summary>How a statement ended.</summary>
internal enum Signal
{
    Normal,
    Break,
    Continue,
    Return,
}
