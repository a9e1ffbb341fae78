using System.Globalization;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>The language's operations on values.</summary>
internal static class Operations
{
    private const int Prepared = 1024;

    private static readonly JsValue[] Small = [.. Enumerable.Range(0, Prepared).Select(i => new JsValue(i))];
    private static readonly string[] Indexes = [.. Enumerable.Range(0, Prepared).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    public static JsValue Number(double value) => value is >= 0 and < Prepared && value == (int)value && !double.IsNegative(value) ? Small[(int)value] : new JsValue(value);

    public static JsValue Flag(bool value) => value ? JsValue.True : JsValue.False;

    public static bool IsNothing(JsValue value) => value.Type is Types.Undefined or Types.Null;

    public static bool IsTrue(JsValue value) => value.Type switch
    {
        Types.Boolean => value.AsBoolean(),
        Types.Number => value.AsNumber() is not (0 or double.NaN),
        Types.String => value.AsString().Length > 0,
        Types.Object => true,
        _ => false,
    };

    public static JsValue TypeOf(JsValue value) => new(value.Type switch
    {
        Types.Undefined => "undefined",
        Types.Boolean => "boolean",
        Types.Number => "number",
        Types.String => "string",
        Types.Object when value.AsObject() is ICallable => "function",
        _ => "object",
    });

    /// <summary>What a value is, for messages.</summary>
    public static string Describe(JsValue value) => value.Type switch
    {
        Types.Undefined => "undefined",
        Types.Null => "null",
        Types.Number => NumberText.Of(value.AsNumber()),
        Types.Boolean => TypeConverter.ToString(value),
        Types.String => value.AsString() is { Length: > 40 } text ? $"'{text[..40]}…'" : $"'{value.AsString()}'",
        _ => value.AsObject() is ICallable ? "a function" : value.AsObject() is ArrayInstance ? "an array" : "an object",
    };

    public static string IndexText(uint index) => index < Prepared ? Indexes[index] : index.ToString(CultureInfo.InvariantCulture);

    public static string? KnownKey(JsValue value) => value.Type switch
    {
        Types.String => value.AsString(),
        Types.Number => NumberKey(value.AsNumber()),
        _ => null,
    };

    public static string ToKey(Realm realm, JsValue value) => value.Type switch
    {
        Types.String => value.AsString(),
        Types.Number => NumberKey(value.AsNumber()),
        _ => ToText(realm, value),
    };

    public static string ToText(Realm realm, JsValue value) => value.Type switch
    {
        Types.String => value.AsString(),
        Types.Number => NumberKey(value.AsNumber()),
        Types.Object => ToText(realm, ToPrimitive(realm, value, "string")),
        _ => TypeConverter.ToString(value),
    };

    public static JsValue ToPrimitive(Realm realm, JsValue value, string hint)
    {
        if (!value.IsObject())
        {
            return value;
        }

        Realm.Deeper();
        var isText = hint == "string" || (hint == "default" && value.IsDate());
        return value.AsObject().DefaultValue(isText ? Types.String : Types.Number);
    }

    public static double ToNumber(Realm realm, JsValue value) => value.Type switch
    {
        Types.Number => value.AsNumber(),
        Types.Object => ToNumber(realm, ToPrimitive(realm, value, "number")),
        Types.String => TextToNumber(value.AsString()),
        _ => TypeConverter.ToNumber(value),
    };

    /// <summary>A number without fraction; not a number counts as 0.</summary>
    public static double ToInteger(Realm realm, JsValue value) => ToNumber(realm, value) is var number && double.IsNaN(number) ? 0 : Math.Truncate(number);

    public static int ToInt32(JsValue value) => ToInt32(TypeConverter.ToNumber(value));

    public static int ToInt32(double number) => number switch
    {
        >= int.MinValue and <= int.MaxValue => (int)number,
        _ when !double.IsFinite(number) => 0,
        _ => unchecked((int)(uint)(long)(Math.Truncate(number) % 4294967296.0)),
    };

    public static double Length(ObjectInstance list)
    {
        var length = TypeConverter.ToNumber(list.Get("length"));
        return double.IsNaN(length) || length <= 0 ? 0 : Math.Floor(length);
    }

    public static JsValue Get(Realm realm, JsValue target, string key)
    {
        switch (target.Type)
        {
            case Types.Object:
                return target.AsObject().Get(key);
            case Types.String:
                var text = target.AsString();
                if (key == "length")
                {
                    return Number(text.Length);
                }

                return char.IsAsciiDigit(key.Length > 0 ? key[0] : ' ') && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    ? index < text.Length ? new JsValue(text[index].ToString()) : JsValue.Undefined
                    : realm.Engine.String.PrototypeObject.Get(key);
            case Types.Number:
                return realm.Engine.Number.PrototypeObject.Get(key);
            case Types.Boolean:
                return realm.Engine.Boolean.PrototypeObject.Get(key);
            default:
                throw realm.TypeError($"Cannot read '{key}' of {Describe(target)}");
        }
    }

    public static void Put(Realm realm, JsValue target, string key, JsValue value)
    {
        if (target.Type != Types.Object)
        {
            if (IsNothing(target))
            {
                throw realm.TypeError($"Cannot set '{key}' of {Describe(target)}");
            }

            return;
        }

        var instance = realm.Changeable(target.AsObject());
        if (instance is ArrayInstance)
        {
            if (key == "length")
            {
                realm.CheckArrayLength(ToNumber(realm, value));
            }
            else if (key.Length > 0 && char.IsAsciiDigit(key[0]) && uint.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                realm.CheckArrayLength(index + 1.0);
            }
        }

        instance.Put(key, value, throwOnError: false);
    }

    public static bool StrictlyEqual(JsValue a, JsValue b)
    {
        if (a.Type != b.Type)
        {
            return false;
        }

        return a.Type switch
        {
            Types.Number => a.AsNumber() == b.AsNumber(),
            Types.String => string.Equals(a.AsString(), b.AsString(), StringComparison.Ordinal),
            Types.Boolean => a.AsBoolean() == b.AsBoolean(),
            Types.Object => ReferenceEquals(a.AsObject(), b.AsObject()),
            _ => true,
        };
    }

    /// <summary>As === but NaN is itself; with <paramref name="zeros"/> also 0 is not -0.</summary>
    public static bool SameValue(JsValue a, JsValue b, bool zeros = false) => a.IsNumber() && b.IsNumber()
        ? a.AsNumber().Equals(b.AsNumber()) && (!zeros || double.IsNegative(a.AsNumber()) == double.IsNegative(b.AsNumber()))
        : StrictlyEqual(a, b);

    public static bool LooselyEqual(Realm realm, JsValue a, JsValue b)
    {
        if (a.Type == b.Type)
        {
            return StrictlyEqual(a, b);
        }

        if (IsNothing(a) || IsNothing(b))
        {
            return IsNothing(a) && IsNothing(b);
        }

        if (a.IsObject() || b.IsObject())
        {
            return a.IsObject()
                ? LooselyEqual(realm, ToPrimitive(realm, a, "default"), b)
                : LooselyEqual(realm, a, ToPrimitive(realm, b, "default"));
        }

        return ToNumber(realm, a) == ToNumber(realm, b);
    }

    /// <summary>A text made of parts, within the limit.</summary>
    public static JsValue Text(Realm realm, params ReadOnlySpan<string> parts)
    {
        long length = 0;
        foreach (var part in parts)
        {
            length += part.Length;
        }

        CheckTextLength(length);
        realm.Step(1 + (int)(length / 256));
        return new JsValue(string.Concat(parts));
    }

    public static void CheckTextLength(double length)
    {
        if (length > JavaScriptLimits.TextLength)
        {
            throw new JavaScriptStoppedException($"a text of more than {JavaScriptLimits.TextLength} characters");
        }
    }

    private static string NumberKey(double number) => number is >= 0 and < Prepared && number == (int)number ? Indexes[(int)number] : NumberText.Of(number);

    private static double TextToNumber(string text)
    {
        var trimmed = text.AsSpan().Trim(" \t\n\r\v\f\u00A0\uFEFF\u2028\u2029\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000");
        if (trimmed.Length == 0)
        {
            return 0;
        }

        if (trimmed.Length > 2 && trimmed[0] == '0' && char.ToLowerInvariant(trimmed[1]) is 'x' or 'o' or 'b')
        {
            return Radix(trimmed[2..], char.ToLowerInvariant(trimmed[1]) switch { 'x' => 16, 'o' => 8, _ => 2 });
        }

        return trimmed switch
        {
            "Infinity" or "+Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ when char.IsAsciiDigit(trimmed[^1]) || trimmed[^1] == '.' => double.TryParse(trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
            _ => double.NaN,
        };
    }

    private static double Radix(ReadOnlySpan<char> digits, int radix)
    {
        var value = 0.0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
            {
                return double.NaN;
            }

            value = (value * radix) + digit;
        }

        return value;
    }
}
