using System.Globalization;
using System.Text;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

/// <summary>Functions of texts.</summary>
internal static class StringLibrary
{
    private const long MaxComparisons = 1L << 32;

    public static void Install(Builder prototype, Builder constructor)
    {
        prototype.Add("includes", 1, static (r, s, a) => Operations.Flag(Find(r, s, a, Plain(r, a)) >= 0));
        prototype.Add("startsWith", 1, static (r, s, a) => Operations.Flag(At(r, s, a, 1, 0) is var (text, at) && string.CompareOrdinal(text, at, Plain(r, a), 0, Plain(r, a).Length) == 0));
        prototype.Add("endsWith", 1, static (r, s, a) =>
        {
            var (text, end) = At(r, s, a, 1, double.PositiveInfinity);
            return Operations.Flag(text.AsSpan(0, end).EndsWith(Plain(r, a), StringComparison.Ordinal));
        });
        prototype.Add("indexOf", 1, static (r, s, a) => Operations.Number(Find(r, s, a, Operations.ToText(r, a.At(0)))));
        prototype.Add("lastIndexOf", 1, LastIndexOf);
        prototype.Add("padStart", 1, static (r, s, a) => Pad(r, s, a, atStart: true));
        prototype.Add("padEnd", 1, static (r, s, a) => Pad(r, s, a, atStart: false));
        prototype.Add("repeat", 1, Repeat);
        prototype.Add("trim", 0, static (r, s, _) => new JsValue(Self(r, s).Trim(Blanks)));
        prototype.Add("trimStart", 0, static (r, s, _) => new JsValue(Self(r, s).TrimStart(Blanks)));
        prototype.Add("trimEnd", 0, static (r, s, _) => new JsValue(Self(r, s).TrimEnd(Blanks)));
        prototype.Add("trimLeft", 0, static (r, s, _) => new JsValue(Self(r, s).TrimStart(Blanks)));
        prototype.Add("trimRight", 0, static (r, s, _) => new JsValue(Self(r, s).TrimEnd(Blanks)));
        prototype.Add("at", 1, static (r, s, a) =>
        {
            var text = Self(r, s);
            var index = Operations.ToInteger(r, a.At(0));
            index += index < 0 ? text.Length : 0;
            return index >= 0 && index < text.Length ? new JsValue(text[(int)index].ToString()) : JsValue.Undefined;
        });
        prototype.Add("codePointAt", 1, static (r, s, a) =>
        {
            var text = Self(r, s);
            var index = Operations.ToInteger(r, a.At(0));
            return index < 0 || index >= text.Length
                ? JsValue.Undefined
                : Operations.Number(char.IsHighSurrogate(text[(int)index]) && index + 1 < text.Length && char.IsLowSurrogate(text[(int)index + 1]) ? char.ConvertToUtf32(text[(int)index], text[(int)index + 1]) : text[(int)index]);
        });
        prototype.Add("concat", 1, static (r, s, a) => Operations.Text(r, [Self(r, s), .. a.Select(x => Operations.ToText(r, x))]));
        prototype.Add("normalize", 0, static (r, s, a) => new JsValue(Self(r, s).Normalize(a.At(0).IsUndefined() ? NormalizationForm.FormC : Operations.ToText(r, a.At(0)) switch
        {
            "NFC" => NormalizationForm.FormC,
            "NFD" => NormalizationForm.FormD,
            "NFKC" => NormalizationForm.FormKC,
            "NFKD" => NormalizationForm.FormKD,
            _ => throw r.RangeError("Expected NFC, NFD, NFKC or NFKD"),
        })));
        prototype.Add("localeCompare", 1, static (r, s, a) => Operations.Number(Math.Sign(string.Compare(Self(r, s), Operations.ToText(r, a.At(0)), CultureInfo.InvariantCulture, CompareOptions.None))));
        prototype.Add("toLocaleLowerCase", 0, static (r, s, _) => new JsValue(Self(r, s).ToLowerInvariant()));
        prototype.Add("toLocaleUpperCase", 0, static (r, s, _) => new JsValue(Self(r, s).ToUpperInvariant()));
        constructor.Add("fromCodePoint", 1, static (r, _, a) => new JsValue(string.Concat(a.Select(x => CodePoint(r, x)))));
        constructor.Add("raw", 1, static (r, _, a) =>
        {
            var raw = Operations.Get(r, a.At(0), "raw");
            var texts = r.Iterate(raw).Select(t => Operations.ToText(r, t)).ToArray();
            return Operations.Text(r, [.. texts.SelectMany((t, i) => i > 0 && i < a.Length ? new[] { Operations.ToText(r, a[i]), t } : [t])]);
        });
    }

    private static readonly char[] Blanks = [.. " \t\n\r\v\f\u00A0\uFEFF\u2028\u2029\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000"];

    public static string Self(Realm realm, JsValue self) => Operations.IsNothing(self) ? throw realm.TypeError("A text's function is called on nothing") : Operations.ToText(realm, self);

    private static string CodePoint(Realm realm, JsValue value)
    {
        var point = Operations.ToNumber(realm, value);
        return point is < 0 or > 0x10FFFF || point != Math.Floor(point)
            ? throw realm.RangeError($"{Operations.Describe(value)} is not a code point")
            : point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32((int)point);
    }

    private static string Plain(Realm realm, JsValue[] arguments) => arguments.At(0).IsObject() && arguments.At(0).AsObject() is ScriptRegExp
        ? throw realm.TypeError("A text is expected here, not a regular expression")
        : Operations.ToText(realm, arguments.At(0));

    private static (string Text, int At) At(Realm realm, JsValue self, JsValue[] arguments, int index, double otherwise)
    {
        var text = Self(realm, self);
        var at = arguments.At(index).IsUndefined() ? otherwise : Operations.ToInteger(realm, arguments.At(index));
        return (text, (int)Math.Clamp(at, 0, text.Length));
    }

    private static int Find(Realm realm, JsValue self, JsValue[] arguments, string what)
    {
        var (text, at) = At(realm, self, arguments, 1, 0);
        CheckComparisons(realm, text, what);
        return text.IndexOf(what, at, StringComparison.Ordinal);
    }

    private static JsValue LastIndexOf(Realm realm, JsValue self, JsValue[] arguments)
    {
        var text = Self(realm, self);
        var what = Operations.ToText(realm, arguments.At(0));
        CheckComparisons(realm, text, what);
        var from = Operations.ToNumber(realm, arguments.At(1));
        var at = (int)Math.Clamp(double.IsNaN(from) ? double.PositiveInfinity : Math.Truncate(from), 0, text.Length - what.Length < 0 ? 0 : text.Length - what.Length);
        return Operations.Number(what.Length > text.Length ? -1 : text.AsSpan(0, at + what.Length).LastIndexOf(what, StringComparison.Ordinal));
    }

    private static void CheckComparisons(Realm realm, string text, string what)
    {
        realm.Step(1 + (text.Length / 256));
        if ((long)text.Length * what.Length > MaxComparisons)
        {
            throw new JavaScriptStoppedException("a search for a long text in a long text");
        }
    }

    private static JsValue Pad(Realm realm, JsValue self, JsValue[] arguments, bool atStart)
    {
        var text = Self(realm, self);
        var length = Operations.ToInteger(realm, arguments.At(0));
        var filler = arguments.At(1).IsUndefined() ? " " : Operations.ToText(realm, arguments.At(1));
        if (length <= text.Length || filler.Length == 0)
        {
            return new JsValue(text);
        }

        Operations.CheckTextLength(length);
        var padding = new StringBuilder((int)length);
        while (padding.Length < length - text.Length)
        {
            padding.Append(filler, 0, (int)Math.Min(filler.Length, length - text.Length - padding.Length));
        }

        return atStart ? Operations.Text(realm, padding.ToString(), text) : Operations.Text(realm, text, padding.ToString());
    }

    private static JsValue Repeat(Realm realm, JsValue self, JsValue[] arguments)
    {
        var text = Self(realm, self);
        var count = Operations.ToInteger(realm, arguments.At(0));
        if (count < 0 || double.IsInfinity(count))
        {
            throw realm.RangeError($"A text cannot be repeated {Operations.Describe(arguments.At(0))} times");
        }

        Operations.CheckTextLength(text.Length * count);
        realm.Step(1 + (int)(text.Length * count / 256));
        return new JsValue(text.Length == 0 ? text : new StringBuilder((int)(text.Length * count)).Insert(0, text, (int)count).ToString());
    }
}
