using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

internal sealed class Constant(JsValue value) : Expr
{
    public override JsValue Eval(Frame f) => value;
}

internal sealed class This(int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        if (f.Own.This is { } value)
        {
            return value;
        }

        f.Realm.Position = position;
        throw f.Realm.ReferenceError("'this' is there only behind super(...)");
    }
}

internal sealed class NewTarget : Expr
{
    public override JsValue Eval(Frame f) => f.Own.NewTarget;
}

internal sealed class RegExpValue(string pattern, string flags) : Expr
{
    public override JsValue Eval(Frame f) => f.Realm.RegExps.Create(pattern, flags);
}

internal sealed class Template(string[] texts, Expr[] values, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var parts = new string[texts.Length + values.Length];
        parts[0] = texts[0];
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i].Eval(f);
            f.Realm.Position = position;
            parts[(2 * i) + 1] = Operations.ToText(f.Realm, value);
            parts[(2 * i) + 2] = texts[i + 1];
        }

        return Operations.Text(f.Realm, parts);
    }
}

/// <summary>A call of a function with the texts and the values of a template.</summary>
internal sealed class Tagged(Expr tag, string[] texts, string[] raw, Expr[] values, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var (function, self) = tag is Member member ? member.EvalMethod(f) : (tag.Eval(f), JsValue.Undefined);
        var strings = f.Realm.Array(texts.Select(t => new JsValue(t)));
        strings.FastAddProperty("raw", f.Realm.Array(raw.Select(t => new JsValue(t))), writable: false, enumerable: false, configurable: false);
        var arguments = new JsValue[values.Length + 1];
        arguments[0] = strings;
        for (var i = 0; i < values.Length; i++)
        {
            arguments[i + 1] = values[i].Eval(f);
        }

        f.Realm.Position = position;
        return f.Realm.Call(function, self, arguments, "the tag of the template");
    }
}

internal sealed class Sequence(Expr[] parts) : Expr
{
    public override JsValue Eval(Frame f)
    {
        for (var i = 0; i < parts.Length - 1; i++)
        {
            parts[i].Eval(f);
        }

        return parts[^1].Eval(f);
    }
}

internal sealed class Conditional(Expr test, Expr then, Expr otherwise) : Expr
{
    public override JsValue Eval(Frame f) => Operations.IsTrue(test.Eval(f)) ? then.Eval(f) : otherwise.Eval(f);
}

internal sealed class Spread(Expr inner) : Expr
{
    public Expr Inner { get; } = inner;

    public override JsValue Eval(Frame f) => Inner.Eval(f);
}

internal sealed class ArrayValue(Expr?[] elements, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var list = new List<JsValue?>(elements.Length);
        foreach (var element in elements)
        {
            if (element is Spread spread)
            {
                var items = spread.Inner.Eval(f);
                f.Realm.Position = position;
                list.AddRange(f.Realm.Iterate(items));
            }
            else
            {
                list.Add(element?.Eval(f));
            }
        }

        return f.Realm.Array(list);
    }
}
