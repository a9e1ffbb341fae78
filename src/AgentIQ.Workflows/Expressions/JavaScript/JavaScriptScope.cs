using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint;
using Jint.Native;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>What a script sees of the activity it is evaluated for.</summary>
internal sealed class JavaScriptScope(Burst burst, Engine engine, ActivityExecution execution)
{
    private readonly Dictionary<Variable, ObjectInstance> _handedOut = [];

    public Burst Burst { get; } = burst;

    public ActivityExecution Execution { get; } = execution;

    public JsValue Get(string name)
    {
        if (Burst.Variables.Find(Execution, name) is not { } variable)
        {
            return JsValue.Undefined;
        }

        if (_handedOut.TryGetValue(variable, out var known))
        {
            return known;
        }

        var value = JsValues.FromPlain(engine, variable.Value);
        if (value.IsObject() && !value.IsDate())
        {
            _handedOut[variable] = value.AsObject();
        }

        return value;
    }

    public void Set(string name, JsValue value, Realm realm)
    {
        Burst.Variables.Set(Execution, name, JsValues.ToPlain(value, realm));
        if (Burst.Variables.Find(Execution, name) is { } variable)
        {
            _handedOut.Remove(variable);
        }
    }

    /// <summary>A property changed inside an object variable is kept, as in Elsa; a typed list is handed out as a copy, so a push on it is lost.</summary>
    public void KeepChangesInPlace(Realm realm)
    {
        foreach (var (variable, value) in _handedOut)
        {
            if (!variable.Type.IsArray)
            {
                variable.Value = JsValues.ToPlain(value, realm);
            }
        }
    }
}
