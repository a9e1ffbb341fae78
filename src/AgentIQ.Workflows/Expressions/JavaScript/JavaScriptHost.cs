using AgentIQ.Workflows.Execution;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>
/// Evaluates the scripts of one burst. The interpreter is made on first use (about 0.1 ms) and lives no longer than the burst,
/// so that nothing a script leaves behind reaches another instance or tenant.
/// </summary>
internal sealed class JavaScriptHost(Burst burst)
{
    private Engine? _engine;
    private JavaScriptScope? _scope;

    public object? Evaluate(CompiledScript script, ActivityExecution execution)
    {
        _engine ??= Create();
        _scope!.Enter(execution);
        try
        {
            var value = JsValues.ToPlain(_engine.Execute(script.Program).GetCompletionValue());
            _scope.KeepChangesInPlace();
            return value;
        }
        catch (JavaScriptException e)
        {
            throw new InvalidOperationException($"JavaScript error at line {e.LineNumber}, column {e.Column + 1}: {e.Message}", e);
        }
        catch (Exception e) when (e is TimeoutException or StatementsCountOverflowException or RecursionDepthOverflowException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            throw new InvalidOperationException($"The JavaScript was stopped: it needs more than {JavaScriptLimits.Statements} statements, {JavaScriptLimits.Recursion} nested calls or {JavaScriptLimits.Time.TotalSeconds} s. ({e.Message})", e);
        }
    }

    private Engine Create()
    {
        var engine = new Engine(options => options
            .LimitRecursion(JavaScriptLimits.Recursion)
            .MaxStatements(JavaScriptLimits.Statements)
            .TimeoutInterval(JavaScriptLimits.Time)
            .LocalTimeZone(TimeZoneInfo.Utc));
        _scope = new JavaScriptScope(burst, engine);
        JavaScriptFunctions.Install(engine, _scope, burst);
        return engine;
    }
}
