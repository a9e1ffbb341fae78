using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

/// <summary>An expression, ready to run. It holds nothing of a run, so any number of threads may share it.</summary>
internal abstract class Expr
{
    public abstract JsValue Eval(Frame f);
}

/// <summary>A statement, ready to run.</summary>
internal abstract class Stmt
{
    public abstract Signal Run(Frame f);
}

/// <summary>What can be assigned to: a variable, a property, a pattern of them.</summary>
internal abstract class Target
{
    public abstract void Assign(Frame f, JsValue value);
}
