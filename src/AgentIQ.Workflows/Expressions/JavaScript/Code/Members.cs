using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

/// <summary>Reads a property. In a chain that was cut short it gives null.</summary>
internal sealed class Member(Expr target, Expr key, bool isOptional, int position) : Expr
{
    /// <summary>The key where it is known beforehand.</summary>
    private readonly string? _key = key is Constant constant ? Operations.KnownKey(constant.Eval(null!)) : null;

    public override JsValue Eval(Frame f) => EvalInChain(f) ?? JsValue.Undefined;

    public JsValue? EvalInChain(Frame f)
    {
        if (EvalTarget(f) is not { } value)
        {
            return null;
        }

        return Read(f, value);
    }

    /// <summary>The property's value and the object, for a call of a method.</summary>
    public (JsValue Function, JsValue Self) EvalMethod(Frame f) => EvalMethodInChain(f) ?? (JsValue.Undefined, JsValue.Undefined);

    public (JsValue Function, JsValue Self)? EvalMethodInChain(Frame f) => EvalTarget(f) is not { } value ? null : (Read(f, value), value);

    public (JsValue Object, string Key) EvalReference(Frame f)
    {
        var value = target.Eval(f);
        if (_key is not null)
        {
            return (value, _key);
        }

        var name = key.Eval(f);
        f.Realm.Position = position;
        return (value, Operations.ToKey(f.Realm, name));
    }

    public string Describe() => (target, _key) switch
    {
        (Global global, { } name) => $"{global.Name}.{name}",
        (Local local, { } name) => $"{local.Binding.Name}.{name}",
        (Member member, { } name) => $"{member.Describe()}.{name}",
        (_, { } name) => $"(...).{name}",
        _ => "(...)[...]",
    };

    private JsValue? EvalTarget(Frame f)
    {
        var value = Chain.EvalLink(target, f);
        return value is null || (isOptional && Operations.IsNothing(value)) ? null : value;
    }

    private JsValue Read(Frame f, JsValue value)
    {
        if (_key is not null)
        {
            f.Realm.Position = position;
            return Operations.Get(f.Realm, value, _key);
        }

        var name = key.Eval(f);
        f.Realm.Position = position;
        if (Operations.IsNothing(value))
        {
            throw f.Realm.TypeError($"Cannot read properties of {Operations.Describe(value)}");
        }

        return Operations.Get(f.Realm, value, Operations.ToKey(f.Realm, name));
    }
}

/// <summary>The whole of a chain with <c>?.</c> in it.</summary>
internal sealed class Chain(Expr inner) : Expr
{
    public Expr Inner { get; } = inner;

    public override JsValue Eval(Frame f) => EvalLink(Inner, f) ?? JsValue.Undefined;

    /// <summary>A link of a chain gives null when the chain was cut before it.</summary>
    public static JsValue? EvalLink(Expr link, Frame f) => link switch
    {
        Member member => member.EvalInChain(f),
        Call call => call.EvalInChain(f),
        _ => link.Eval(f),
    };
}

internal sealed class MemberTarget(Member member, int position) : Target
{
    public override void Assign(Frame f, JsValue value)
    {
        var (target, key) = member.EvalReference(f);
        f.Realm.Position = position;
        Operations.Put(f.Realm, target, key, value);
    }
}

/// <summary><c>super.name</c>.</summary>
internal sealed class SuperMember(Expr key, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var name = Operations.ToKey(f.Realm, key.Eval(f));
        f.Realm.Position = position;
        if (f.Own.Function?.Home?.Prototype is not { } parent)
        {
            return JsValue.Undefined;
        }

        var found = parent.GetProperty(name);
        if (found.IsAccessorDescriptor())
        {
            return found.Get is { } getter && getter.IsObject() ? ((FunctionInstance)getter.AsObject()).Call(f.Own.This ?? JsValue.Undefined, []) : JsValue.Undefined;
        }

        return found.Value ?? JsValue.Undefined;
    }
}

internal sealed class Delete(Expr target, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        if (target is not Member member)
        {
            target.Eval(f);
            return JsValue.True;
        }

        var (value, key) = member.EvalReference(f);
        f.Realm.Position = position;
        if (Operations.IsNothing(value))
        {
            throw f.Realm.TypeError($"Cannot delete '{key}' of {Operations.Describe(value)}");
        }

        if (!value.IsObject())
        {
            return JsValue.True;
        }

        ObjectInstance instance = f.Realm.Changeable(value.AsObject());
        return instance.Delete(key, throwOnError: false) ? JsValue.True : JsValue.False;
    }
}
