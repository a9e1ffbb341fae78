using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

internal sealed class Unary(string operation, Expr argument, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        if (operation == "typeof")
        {
            return Operations.TypeOf(argument is Global global ? global.EvalOrUndefined(f) : argument.Eval(f));
        }

        var value = argument.Eval(f);
        f.Realm.Position = position;
        return operation switch
        {
            "!" => Operations.IsTrue(value) ? JsValue.False : JsValue.True,
            "-" => Operations.Number(-Operations.ToNumber(f.Realm, value)),
            "+" => Operations.Number(Operations.ToNumber(f.Realm, value)),
            "~" => Operations.Number(~Operations.ToInt32(Operations.ToNumber(f.Realm, value))),
            _ => JsValue.Undefined,
        };
    }
}

internal sealed class Binary(string operation, Expr left, Expr right, int position) : Expr
{
    private readonly Func<Realm, JsValue, JsValue, JsValue> _apply = BinaryOperators.Of(operation);

    public override JsValue Eval(Frame f)
    {
        var a = left.Eval(f);
        var b = right.Eval(f);
        f.Realm.Position = position;
        return _apply(f.Realm, a, b);
    }
}

internal sealed class Logical(string operation, Expr left, Expr right) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var value = left.Eval(f);
        return Stops(operation, value) ? value : right.Eval(f);
    }

    /// <summary>Whether the left side is the result already.</summary>
    public static bool Stops(string operation, JsValue left) => operation switch
    {
        "&&" => !Operations.IsTrue(left),
        "||" => Operations.IsTrue(left),
        _ => !Operations.IsNothing(left),
    };
}

internal sealed class Assign(Target target, Expr value) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var result = value.Eval(f);
        target.Assign(f, result);
        return result;
    }
}

/// <summary>An assignment to a property: its object and its key come before the value.</summary>
internal sealed class AssignMember(Member member, Expr value, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var (target, key) = member.EvalReference(f);
        var result = value.Eval(f);
        f.Realm.Position = position;
        Operations.Put(f.Realm, target, key, result);
        return result;
    }
}

/// <summary><c>x += value</c> and its like on a variable.</summary>
internal sealed class Update(Expr variable, Target target, string operation, Expr value, int position) : Expr
{
    private readonly Func<Realm, JsValue, JsValue, JsValue> _apply = BinaryOperators.Of(operation);

    public override JsValue Eval(Frame f)
    {
        var old = variable.Eval(f);
        var operand = value.Eval(f);
        f.Realm.Position = position;
        var result = _apply(f.Realm, old, operand);
        target.Assign(f, result);
        return result;
    }
}

internal sealed class UpdateMember(Member member, string operation, Expr value, int position) : Expr
{
    private readonly Func<Realm, JsValue, JsValue, JsValue> _apply = BinaryOperators.Of(operation);

    public override JsValue Eval(Frame f)
    {
        var (target, key) = member.EvalReference(f);
        f.Realm.Position = position;
        var old = Operations.Get(f.Realm, target, key);
        var operand = value.Eval(f);
        f.Realm.Position = position;
        var result = _apply(f.Realm, old, operand);
        Operations.Put(f.Realm, target, key, result);
        return result;
    }
}

/// <summary><c>x ??= value</c> and its like on a variable.</summary>
internal sealed class LogicalUpdate(Expr variable, Target target, string operation, Expr value) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var old = variable.Eval(f);
        if (Logical.Stops(operation, old))
        {
            return old;
        }

        var result = value.Eval(f);
        target.Assign(f, result);
        return result;
    }
}

internal sealed class LogicalUpdateMember(Member member, string operation, Expr value, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var (target, key) = member.EvalReference(f);
        f.Realm.Position = position;
        var old = Operations.Get(f.Realm, target, key);
        if (Logical.Stops(operation, old))
        {
            return old;
        }

        var result = value.Eval(f);
        f.Realm.Position = position;
        Operations.Put(f.Realm, target, key, result);
        return result;
    }
}

/// <summary><c>++</c> and <c>--</c>.</summary>
internal sealed class Increment(Expr variable, Target target, int by, bool isPrefix, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        f.Realm.Position = position;
        var old = Operations.ToNumber(f.Realm, variable.Eval(f));
        var result = Operations.Number(old + by);
        target.Assign(f, result);
        return isPrefix ? result : Operations.Number(old);
    }
}

internal sealed class IncrementMember(Member member, int by, bool isPrefix, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var (target, key) = member.EvalReference(f);
        f.Realm.Position = position;
        var old = Operations.ToNumber(f.Realm, Operations.Get(f.Realm, target, key));
        var result = Operations.Number(old + by);
        Operations.Put(f.Realm, target, key, result);
        return isPrefix ? result : Operations.Number(old);
    }
}
