using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

/// <summary>The variables of one scope while it runs. A slot is null until its declaration ran.</summary>
internal sealed class Env(JsValue?[] slots, Env? outer)
{
    public readonly JsValue?[] Slots = slots;

    public readonly Env? Outer = outer;
}
