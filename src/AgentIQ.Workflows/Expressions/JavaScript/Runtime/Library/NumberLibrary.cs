using System.Numerics;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

/// <summary>What Number and Math got after ECMAScript 5.</summary>
internal static class NumberLibrary
{
    private const double MaxSafe = 9007199254740991;

    public static void InstallNumber(Realm realm, Builder constructor)
    {
        constructor.Set("EPSILON", new JsValue(Math.BitIncrement(1.0) - 1));
        constructor.Set("MAX_SAFE_INTEGER", new JsValue(MaxSafe));
        constructor.Set("MIN_SAFE_INTEGER", new JsValue(-MaxSafe));
        constructor.Add("isInteger", 1, static (_, _, a) => Operations.Flag(IsInteger(a.At(0))));
        constructor.Add("isSafeInteger", 1, static (_, _, a) => Operations.Flag(IsInteger(a.At(0)) && Math.Abs(a[0].AsNumber()) <= MaxSafe));
        constructor.Add("isFinite", 1, static (_, _, a) => Operations.Flag(a.At(0).IsNumber() && double.IsFinite(a[0].AsNumber())));
        constructor.Add("isNaN", 1, static (_, _, a) => Operations.Flag(a.At(0).IsNumber() && double.IsNaN(a[0].AsNumber())));
        constructor.Set("parseFloat", realm.Engine.Global.Get("parseFloat"));
        constructor.Set("parseInt", realm.Engine.Global.Get("parseInt"));
    }

    public static void InstallPrototype(Builder prototype)
    {
        prototype.Add("toString", 1, static (r, s, a) =>
        {
            var radix = a.At(0).IsUndefined() ? 10 : Operations.ToInteger(r, a[0]);
            return radix is < 2 or > 36
                ? throw r.RangeError("toString() expects a base from 2 to 36")
                : radix == 10 ? new JsValue(NumberText.Of(Self(r, s))) : new JsValue(NumberText.InBase(Self(r, s), (int)radix));
        });
        prototype.Add("toLocaleString", 0, static (r, s, _) => new JsValue(NumberText.Of(Self(r, s))));
        prototype.Add("toFixed", 1, static (r, s, a) => new JsValue(NumberText.Fixed(Self(r, s), Digits(r, a, 0, 0))));
        prototype.Add("toPrecision", 1, static (r, s, a) => new JsValue(a.At(0).IsUndefined() ? NumberText.Of(Self(r, s)) : NumberText.Precision(Self(r, s), Digits(r, a, 1, 1))));
        prototype.Add("toExponential", 1, static (r, s, a) => new JsValue(NumberText.Exponential(Self(r, s), a.At(0).IsUndefined() ? null : Digits(r, a, 0, 0))));
    }

    private static int Digits(Realm realm, JsValue[] arguments, int minimum, int otherwise)
    {
        var digits = arguments.At(0).IsUndefined() ? otherwise : Operations.ToInteger(realm, arguments[0]);
        return digits < minimum || digits > 100 ? throw realm.RangeError($"A number of digits from {minimum} to 100 is expected") : (int)digits;
    }

    private static double Self(Realm realm, JsValue self) => self switch
    {
        _ when self.IsNumber() => self.AsNumber(),
        _ when self.IsObject() && self.AsObject() is Jint.Native.Number.NumberInstance number => number.PrimitiveValue.AsNumber(),
        _ => throw realm.TypeError("A number's function is called on something else"),
    };

    public static void InstallMath(Builder math)
    {
        One(math, "trunc", Math.Truncate);
        One(math, "sign", static x => double.IsNaN(x) || x == 0 ? x : Math.Sign(x));
        One(math, "cbrt", Math.Cbrt);
        One(math, "log10", Math.Log10);
        One(math, "log2", Math.Log2);
        One(math, "log1p", static x => Math.Abs(x) < 1e-5 ? x - (x * x / 2) : Math.Log(1 + x));
        One(math, "expm1", static x => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1);
        One(math, "sinh", Math.Sinh);
        One(math, "cosh", Math.Cosh);
        One(math, "tanh", Math.Tanh);
        One(math, "asinh", Math.Asinh);
        One(math, "acosh", Math.Acosh);
        One(math, "atanh", Math.Atanh);
        One(math, "fround", static x => (float)x);
        math.Add("clz32", 1, static (r, _, a) => Operations.Number(BitOperations.LeadingZeroCount((uint)Operations.ToInt32(Operations.ToNumber(r, a.At(0))))));
        math.Add("imul", 2, static (r, _, a) => Operations.Number(unchecked(Operations.ToInt32(a.At(0)) * Operations.ToInt32(a.At(1)))));
        math.Add("hypot", 2, static (r, _, a) => Operations.Number(Math.Sqrt(a.Sum(x => Operations.ToNumber(r, x) is var n ? n * n : 0))));
        math.Add("pow", 2, static (r, _, a) => Operations.Number(BinaryOperators.Power(Operations.ToNumber(r, a.At(0)), Operations.ToNumber(r, a.At(1)))));
    }

    private static bool IsInteger(JsValue value) => value.IsNumber() && double.IsInteger(value.AsNumber());

    private static void One(Builder math, string name, Func<double, double> apply) => math.Add(name, 1, (r, _, a) => Operations.Number(apply(Operations.ToNumber(r, a.At(0)))));
}
