using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

internal static class Arguments
{
    /// <summary>An argument, or undefined where it was not given.</summary>
    public static JsValue At(this JsValue[] arguments, int index) => index < arguments.Length ? arguments[index] : JsValue.Undefined;
}
