using Jint.Native;
using Jint.Native.Function;
using Jint.Runtime;
using static AgentIQ.Workflows.Expressions.JavaScript.Runtime.Operations;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>The language's operators of two values, whose operands have been evaluated.</summary>
internal static class BinaryOperators
{
    /// <exception cref="ArgumentOutOfRangeException">It is no such operator.</exception>
    public static Func<Realm, JsValue, JsValue, JsValue> Of(string operation) => operation switch
    {
        "+" => Add,
        "-" => static (r, a, b) => Number(ToNumber(r, a) - ToNumber(r, b)),
        "*" => static (r, a, b) => Number(ToNumber(r, a) * ToNumber(r, b)),
        "/" => static (r, a, b) => Number(ToNumber(r, a) / ToNumber(r, b)),
        "%" => static (r, a, b) => Number(ToNumber(r, a) % ToNumber(r, b)),
        "**" => static (r, a, b) => Number(Power(ToNumber(r, a), ToNumber(r, b))),
        "==" => static (r, a, b) => Flag(LooselyEqual(r, a, b)),
        "!=" => static (r, a, b) => Flag(!LooselyEqual(r, a, b)),
        "===" => static (_, a, b) => Flag(StrictlyEqual(a, b)),
        "!==" => static (_, a, b) => Flag(!StrictlyEqual(a, b)),
        "<" => static (r, a, b) => Flag(Less(r, a, b, leftFirst: true) == true),
        ">" => static (r, a, b) => Flag(Less(r, b, a, leftFirst: false) == true),
        "<=" => static (r, a, b) => Flag(Less(r, b, a, leftFirst: false) == false),
        ">=" => static (r, a, b) => Flag(Less(r, a, b, leftFirst: true) == false),
        "&" => static (r, a, b) => Bits(r, a, b, static (x, y) => x & y),
        "|" => static (r, a, b) => Bits(r, a, b, static (x, y) => x | y),
        "^" => static (r, a, b) => Bits(r, a, b, static (x, y) => x ^ y),
        "<<" => static (r, a, b) => Bits(r, a, b, static (x, y) => x << (y & 31)),
        ">>" => static (r, a, b) => Bits(r, a, b, static (x, y) => x >> (y & 31)),
        ">>>" => static (r, a, b) => Bits(r, a, b, static (x, y) => (uint)x >> (y & 31)),
        "instanceof" => InstanceOf,
        "in" => In,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "expected a binary operator"),
    };

    public static double Power(double x, double y) => double.IsNaN(y) || (Math.Abs(x) == 1 && double.IsInfinity(y)) ? double.NaN : Math.Pow(x, y);

    private static JsValue Add(Realm realm, JsValue a, JsValue b)
    {
        if (a.Type == Types.Number && b.Type == Types.Number)
        {
            return Number(a.AsNumber() + b.AsNumber());
        }

        var x = ToPrimitive(realm, a, "default");
        var y = ToPrimitive(realm, b, "default");
        return x.IsString() || y.IsString()
            ? Text(realm, ToText(realm, x), ToText(realm, y))
            : Number(ToNumber(realm, x) + ToNumber(realm, y));
    }

    private static JsValue Bits(Realm realm, JsValue a, JsValue b, Func<int, int, long> apply)
    {
        var x = ToInt32(ToNumber(realm, a));
        return Number(apply(x, ToInt32(ToNumber(realm, b))));
    }

    /// <returns>Null where one of them is not a number.</returns>
    private static bool? Less(Realm realm, JsValue a, JsValue b, bool leftFirst)
    {
        JsValue x, y;
        if (leftFirst)
        {
            x = ToPrimitive(realm, a, "number");
            y = ToPrimitive(realm, b, "number");
        }
        else
        {
            y = ToPrimitive(realm, b, "number");
            x = ToPrimitive(realm, a, "number");
        }

        if (x.IsString() && y.IsString())
        {
            return string.CompareOrdinal(x.AsString(), y.AsString()) < 0;
        }

        var (m, n) = (ToNumber(realm, x), ToNumber(realm, y));
        return double.IsNaN(m) || double.IsNaN(n) ? null : m < n;
    }

    private static JsValue InstanceOf(Realm realm, JsValue a, JsValue b)
    {
        if (!b.IsObject() || b.AsObject() is not FunctionInstance function)
        {
            throw realm.TypeError("The right side of 'instanceof' is not a class or function");
        }

        return Flag(function.HasInstance(a));
    }

    private static JsValue In(Realm realm, JsValue a, JsValue b) => b.IsObject()
        ? Flag(b.AsObject().HasProperty(ToKey(realm, a)))
        : throw realm.TypeError($"Cannot use 'in' to search in {Describe(b)}");
}
