using Jint.Native;
using Jint.Runtime;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>What a script threw. The interpreter's own exception takes errors with a message only.</summary>
internal sealed class ScriptThrow(JsValue value) : Exception("The script threw a value.")
{
    public JsValue Value { get; } = value;

    /// <returns>What was thrown, or null for an exception that no script may see.</returns>
    public static JsValue? ValueOf(Exception exception) => exception switch
    {
        ScriptThrow thrown => thrown.Value,
        JavaScriptException error => error.Error,
        _ => null,
    };
}
