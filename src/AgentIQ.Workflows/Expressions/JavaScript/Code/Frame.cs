using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

/// <summary>One call of a function, or the run of the script itself.</summary>
internal sealed class Frame
{
    public Frame(Realm realm, Env env, ScriptFunction? function, JsValue[] arguments, Frame? around)
    {
        Realm = realm;
        Env = env;
        Function = function;
        Arguments = arguments;
        Own = around?.Own ?? this;
    }

    public Realm Realm { get; }

    /// <summary>The innermost scope that is open.</summary>
    public Env Env { get; set; }

    public ScriptFunction? Function { get; }

    public JsValue[] Arguments { get; }

    /// <summary>The frame whose <c>this</c>, <c>super</c> and <c>new.target</c> are meant: an arrow function's are those of the function around it.</summary>
    public Frame Own { get; }

    /// <summary>Null in the constructor of a derived class until <c>super(...)</c> ran.</summary>
    public JsValue? This { get; set; } = JsValue.Undefined;

    public JsValue NewTarget { get; set; } = JsValue.Undefined;

    /// <summary>What return gave; of the script, the value of the last statement that had one.</summary>
    public JsValue Value { get; set; } = JsValue.Undefined;

    /// <summary>Where a break or continue with a label goes.</summary>
    public string? Label { get; set; }
}
