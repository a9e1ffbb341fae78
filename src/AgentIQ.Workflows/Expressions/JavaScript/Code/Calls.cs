using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

internal sealed class ArgumentList(Expr[] arguments)
{
    private readonly bool _hasSpread = Array.Exists(arguments, a => a is Spread);

    public JsValue[] Eval(Frame f)
    {
        if (!_hasSpread)
        {
            var values = arguments.Length == 0 ? [] : new JsValue[arguments.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = arguments[i].Eval(f);
            }

            return values;
        }

        var list = new List<JsValue>();
        foreach (var argument in arguments)
        {
            if (argument is Spread spread)
            {
                list.AddRange(f.Realm.Iterate(spread.Inner.Eval(f)));
            }
            else
            {
                list.Add(argument.Eval(f));
            }
        }

        return [.. list];
    }
}

/// <summary>A call. In a chain that was cut short it gives null.</summary>
internal sealed class Call(Expr callee, ArgumentList arguments, bool isOptional, int position) : Expr
{
    public override JsValue Eval(Frame f) => EvalInChain(f) ?? JsValue.Undefined;

    public JsValue? EvalInChain(Frame f)
    {
        JsValue? function;
        var self = JsValue.Undefined;
        var link = callee is Chain chain ? chain.Inner : callee;
        switch (link)
        {
            case Member member when member.EvalMethodInChain(f) is { } method:
                (function, self) = method;
                break;
            case Member:
                function = callee is Chain ? JsValue.Undefined : null;
                break;
            case SuperMember super:
                (function, self) = (super.Eval(f), f.Own.This ?? JsValue.Undefined);
                break;
            default:
                function = Chain.EvalLink(callee, f);
                break;
        }

        if (function is null || (isOptional && Operations.IsNothing(function)))
        {
            return null;
        }

        var values = arguments.Eval(f);
        f.Realm.Position = position;
        if (function.IsObject() && function.AsObject() is ICallable callable)
        {
            return callable.Call(self, values);
        }

        throw f.Realm.TypeError($"{Describe()} is not a function");
    }

    private string Describe() => callee switch
    {
        Member member => member.Describe(),
        Global global => global.Name,
        Local local => local.Binding.Name,
        _ => "What is called here",
    };
}

internal sealed class New(Expr callee, ArgumentList arguments, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var function = callee.Eval(f);
        var values = arguments.Eval(f);
        f.Realm.Position = position;
        return f.Realm.Construct(function, values, function);
    }
}

/// <summary><c>super(...)</c>.</summary>
internal sealed class SuperCall(ArgumentList arguments, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var values = arguments.Eval(f);
        f.Realm.Position = position;
        var own = f.Own;
        if (own.Function is not { Prototype: { } parent } function)
        {
            throw f.Realm.ReferenceError("super(...) is there only in the constructor of a derived class");
        }

        if (own.This is not null)
        {
            throw f.Realm.ReferenceError("super(...) was called twice");
        }

        own.This = f.Realm.Construct(parent, values, own.NewTarget);
        function.InitialiseFields(own.This.AsObject());
        return own.This;
    }
}
