using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>Evaluates the scripts of one burst.</summary>
internal sealed class JavaScriptHost(Burst burst)
{
    private static readonly JavaScriptCompiler Texts = new();

    /// <summary>Runs a script that is known as text only; a definition's own scripts were checked when it was saved.</summary>
    /// <exception cref="JavaScriptSyntaxException">It does not parse.</exception>
    public object? Evaluate(string source, ActivityExecution execution) => Evaluate(Texts.Compile(source, isBody: true), execution);

    /// <exception cref="InvalidOperationException">The script threw; the message has the line and column of its source.</exception>
    /// <exception cref="JavaScriptStoppedException">The script used more than it may.</exception>
    public object? Evaluate(CompiledScript script, ActivityExecution execution)
    {
        var realm = RealmPool.Rent();
        var scope = new JavaScriptScope(burst, realm.Engine, execution);
        realm.Begin(scope);
        try
        {
            var value = JsValues.ToPlain(script.Run(realm), realm);
            scope.KeepChangesInPlace(realm);
            RealmPool.Return(realm);
            return value;
        }
        catch (ConversionException)
        {
            RealmPool.Return(realm);
            throw;
        }
        catch (Exception e) when (ScriptThrow.ValueOf(e) is not null)
        {
            var (line, column) = script.Source.Locate(realm.Position);
            RealmPool.Return(realm);
            throw new InvalidOperationException($"JavaScript error at line {line}, column {column}: {Describe(ScriptThrow.ValueOf(e)!)}", e);
        }
    }

    private static string Describe(JsValue error)
    {
        if (!error.IsObject())
        {
            return $"the script threw {Operations.Describe(error)}";
        }

        var (name, message) = (error.AsObject().Get("name"), error.AsObject().Get("message"));
        return $"{(name.IsString() ? name.AsString() : "Error")}: {(message.IsString() ? message.AsString() : "the script threw an object")}";
    }
}
