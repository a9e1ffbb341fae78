using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

/// <summary>A variable of the script. Where it lies is laid down when the whole script is compiled.</summary>
internal sealed class Local(Binding binding, Scope at, int position) : Expr
{
    private int _hops;
    private int _slot;

    public Binding Binding { get; } = binding;

    public void Lay()
    {
        _hops = at.HopsTo(Binding);
        _slot = Binding.Slot;
    }

    public override JsValue Eval(Frame f) => Slots(f)[_slot] ?? throw Dead(f);

    /// <summary>Assigns to a variable that must have been declared by now.</summary>
    public void Set(Frame f, JsValue value)
    {
        var slots = Slots(f);
        if (slots[_slot] is null && !Binding.IsVar)
        {
            throw Dead(f);
        }

        slots[_slot] = value;
    }

    /// <summary>The declaration itself.</summary>
    public void Declare(Frame f, JsValue? value) => Slots(f)[_slot] = value;

    private JsValue?[] Slots(Frame f)
    {
        var env = f.Env;
        for (var i = _hops; i > 0; i--)
        {
            env = env.Outer!;
        }

        return env.Slots;
    }

    private Jint.Runtime.JavaScriptException Dead(Frame f)
    {
        f.Realm.Position = position;
        return f.Realm.ReferenceError($"Cannot access '{Binding.Name}' before its declaration");
    }
}

/// <summary>A name that the script does not declare: a function or value that it is given, or one that it makes by assigning.</summary>
internal sealed class Global(string name, int position) : Expr
{
    public string Name { get; } = name;

    public override JsValue Eval(Frame f)
    {
        if (f.Realm.FindGlobal(Name) is { } value)
        {
            return value;
        }

        f.Realm.Position = position;
        throw f.Realm.ReferenceError($"{Name} is not defined");
    }

    public JsValue EvalOrUndefined(Frame f) => f.Realm.FindGlobal(Name) ?? JsValue.Undefined;
}

internal sealed class LocalTarget(Local local) : Target
{
    public override void Assign(Frame f, JsValue value) => local.Set(f, value);
}

internal sealed class DeclarationTarget(Local local) : Target
{
    public override void Assign(Frame f, JsValue value) => local.Declare(f, value);
}

internal sealed class GlobalTarget(Global global) : Target
{
    public override void Assign(Frame f, JsValue value) => f.Realm.SetGlobal(global.Name, value);
}
