using AgentIQ.Workflows.Expressions.JavaScript.Code;
using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using AgentIQ.Workflows.Expressions.JavaScript.Syntax;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>A script, ready to run any number of times by any number of threads.</summary>
internal sealed class CompiledScript(SourceText source, Scope scope, Local[] undefined, Stmt[] body)
{
    public SourceText Source { get; } = source;

    /// <returns>What the script returns, else the value of its last statement that has one.</returns>
    public JsValue Run(Realm realm)
    {
        var frame = new Frame(realm, new Env(new JsValue?[scope.Slots], outer: null), function: null, [], around: null);
        foreach (var local in undefined)
        {
            local.Declare(frame, JsValue.Undefined);
        }

        foreach (var statement in body)
        {
            if (statement.Run(frame) == Signal.Return)
            {
                break;
            }
        }

        return frame.Value;
    }
}
