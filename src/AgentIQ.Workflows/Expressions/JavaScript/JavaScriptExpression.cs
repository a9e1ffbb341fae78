using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>A JavaScript expression; its value is the completion value of the script.</summary>
internal sealed class JavaScriptExpression(CompiledScript script) : CompiledExpression
{
    public override object? Evaluate(Burst burst, ActivityExecution execution) => burst.JavaScript.Evaluate(script, execution);
}
