using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>A built-in object that for-of goes through.</summary>
internal interface IScriptIterable
{
    IEnumerable<JsValue> Items();
}
