using AgentIQ.Workflows.Expressions.JavaScript;
using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;
using Jint.Native;

namespace AgentIQ.Workflows.Tests.Expressions.JavaScript;

/// <summary>Runs scripts without a workflow around them.</summary>
internal static class Scripts
{
    private static readonly JavaScriptCompiler Compiler = new();

    /// <summary>The value as JSON, <c>undefined</c>, or <c>!</c> and the name of the error: the form of the tables.</summary>
    public static string Result(string source)
    {
        var realm = RealmPool.Rent();
        realm.Begin(null!);
        try
        {
            var value = Compiler.Compile(source, isBody: false).Run(realm);
            return JsonWriter.Write(realm, value, JsValue.Undefined, JsValue.Undefined) ?? "undefined";
        }
        catch (JavaScriptSyntaxException)
        {
            return "!SyntaxError";
        }
        catch (Exception e) when (ScriptThrow.ValueOf(e) is { } error)
        {
            return error.IsObject() ? "!" + Operations.ToText(realm, error.AsObject().Get("name")) : "!thrown";
        }
        finally
        {
            RealmPool.Return(realm);
        }
    }
}
