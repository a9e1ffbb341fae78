using System.Text;
using System.Text.RegularExpressions;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

/// <summary>Regular expressions, and the functions of texts that take them.</summary>
internal static class RegExpLibrary
{
    public static void Install(Builder prototype)
    {
        prototype.Add("exec", 1, static (r, s, a) =>
        {
            var text = Operations.ToText(r, a.At(0));
            var regex = Self(r, s);
            return r.RegExps.Exec(regex, text) is { } match ? r.RegExps.Result(regex, match, text) : JsValue.Null;
        });
        prototype.Add("test", 1, static (r, s, a) => Operations.Flag(r.RegExps.Exec(Self(r, s), Operations.ToText(r, a.At(0))) is not null));
        prototype.Add("toString", 0, static (r, s, _) => new JsValue($"/{Self(r, s).Source}/{Operations.ToText(r, Self(r, s).Get("flags"))}"));
    }

    public static void InstallText(Builder prototype)
    {
        prototype.Add("match", 1, static (r, s, a) =>
        {
            var (text, regex) = (StringLibrary.Self(r, s), Given(r, a.At(0), string.Empty));
            if (regex.Global)
            {
                regex.Put("lastIndex", Operations.Number(0), throwOnError: false);
                var all = r.RegExps.Matches(regex, text).Select(m => new JsValue(m.Value)).ToArray();
                return all.Length == 0 ? JsValue.Null : r.Array(all);
            }

            return r.RegExps.Exec(regex, text) is { } match ? r.RegExps.Result(regex, match, text) : JsValue.Null;
        });
        prototype.Add("matchAll", 1, static (r, s, a) =>
        {
            var (text, regex) = (StringLibrary.Self(r, s), Given(r, a.At(0), "g"));
            return regex.Global
                ? new ScriptIterator(r, r.RegExps.Matches(regex, text).Select(m => (JsValue)r.RegExps.Result(regex, m, text)))
                : throw r.TypeError("matchAll needs a regular expression with the flag g");
        });
        prototype.Add("search", 1, static (r, s, a) => Operations.Number(r.RegExps.Match(Given(r, a.At(0), string.Empty), StringLibrary.Self(r, s), 0)?.Index ?? -1));
        prototype.Add("replace", 2, static (r, s, a) => Replace(r, s, a, isAll: false));
        prototype.Add("replaceAll", 2, static (r, s, a) => Replace(r, s, a, isAll: true));
        prototype.Add("split", 2, Split);
    }

    public static ScriptRegExp Create(Realm realm, JsValue[] arguments)
    {
        var (pattern, flags) = (arguments.At(0), arguments.At(1));
        if (pattern.IsObject() && pattern.AsObject() is ScriptRegExp given)
        {
            return realm.RegExps.Create(given.Source, flags.IsUndefined() ? given.Flags : Operations.ToText(realm, flags));
        }

        return realm.RegExps.Create(pattern.IsUndefined() ? string.Empty : Operations.ToText(realm, pattern), flags.IsUndefined() ? string.Empty : Operations.ToText(realm, flags));
    }

    private static ScriptRegExp Self(Realm realm, JsValue self) => self.IsObject() && self.AsObject() is ScriptRegExp regex ? regex : throw realm.TypeError("A regular expression's function is called on something else");

    private static ScriptRegExp Given(Realm realm, JsValue value, string flags) => value.IsObject() && value.AsObject() is ScriptRegExp regex
        ? regex
        : realm.RegExps.Create(value.IsUndefined() ? string.Empty : Operations.ToText(realm, value), flags);

    private static JsValue Replace(Realm realm, JsValue self, JsValue[] arguments, bool isAll)
    {
        var text = StringLibrary.Self(realm, self);
        var found = arguments.At(0).IsObject() && arguments[0].AsObject() is ScriptRegExp regex
            ? Found(realm, regex, text, isAll)
            : FoundText(realm, text, Operations.ToText(realm, arguments.At(0)), isAll);
        var with = arguments.At(1);
        var isFunction = with.IsObject() && with.AsObject() is ICallable;
        var template = isFunction ? string.Empty : Operations.ToText(realm, with);
        var result = new StringBuilder();
        var at = 0;
        foreach (var one in found)
        {
            realm.Step();
            result.Append(text, at, one.Index - at);
            if (isFunction)
            {
                JsValue[] values = [.. one.Groups, Operations.Number(one.Index), new JsValue(text), .. one.Named.IsUndefined() ? Array.Empty<JsValue>() : [one.Named]];
                result.Append(Operations.ToText(realm, realm.Call(with, JsValue.Undefined, values, "replace")));
            }
            else
            {
                Expand(realm, result, template, text, one);
            }

            Operations.CheckTextLength(result.Length);
            at = one.Index + one.Length;
        }

        result.Append(text, at, text.Length - at);
        return Operations.Text(realm, result.ToString());
    }

    private static IEnumerable<Found> Found(Realm realm, ScriptRegExp regex, string text, bool isAll)
    {
        if (isAll && !regex.Global)
        {
            throw realm.TypeError("replaceAll needs a regular expression with the flag g");
        }

        Match[] matches = regex.Global ? [.. realm.RegExps.Matches(regex, text)] : realm.RegExps.Exec(regex, text) is { } match ? [match] : [];
        if (regex.Global)
        {
            regex.Put("lastIndex", Operations.Number(0), throwOnError: false);
        }

        return matches.Select(m => new Found(m.Index, m.Length, [.. Enumerable.Range(0, regex.Names.Length).Select(i => RegExps.Group(m, i))], realm.RegExps.Groups(regex, m)));
    }

    private static IEnumerable<Found> FoundText(Realm realm, string text, string what, bool isAll)
    {
        for (var at = text.IndexOf(what, StringComparison.Ordinal); at >= 0; at = at + Math.Max(what.Length, 1) <= text.Length ? text.IndexOf(what, at + Math.Max(what.Length, 1), StringComparison.Ordinal) : -1)
        {
            realm.Step();
            yield return new Found(at, what.Length, [new JsValue(what)], JsValue.Undefined);
            if (!isAll)
            {
                yield break;
            }
        }
    }

    /// <summary>Puts the matched parts where the replacement asks for them: $&amp;, $1, $&lt;name&gt;, $`, $', $$.</summary>
    private static void Expand(Realm realm, StringBuilder result, string template, string text, Found one)
    {
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            var next = i + 1 < template.Length ? template[i + 1] : '\0';
            if (c != '$' || next == '\0')
            {
                result.Append(c);
                continue;
            }

            var name = next == '<' && !one.Named.IsUndefined() ? template.IndexOf('>', i) : -1;
            if (next is '$' or '&' or '`' or '\'')
            {
                result.Append(next switch
                {
                    '$' => "$",
                    '&' => text.Substring(one.Index, one.Length),
                    '`' => text[..one.Index],
                    _ => text[(one.Index + one.Length)..],
                });
                i++;
            }
            else if (char.IsAsciiDigit(next) && GroupNumber(template, i + 1, one.Groups.Length) is var (number, digits) && number > 0)
            {
                result.Append(one.Groups[number].IsUndefined() ? string.Empty : one.Groups[number].AsString());
                i += digits;
            }
            else if (name > 0)
            {
                var value = one.Named.AsObject().Get(template[(i + 2)..name]);
                result.Append(value.IsUndefined() ? string.Empty : Operations.ToText(realm, value));
                i = name;
            }
            else
            {
                result.Append(c);
            }

            Operations.CheckTextLength(result.Length);
        }
    }

    private static (int Number, int Digits) GroupNumber(string template, int at, int groups)
    {
        var one = template[at] - '0';
        if (at + 1 < template.Length && char.IsAsciiDigit(template[at + 1]) && (one * 10) + template[at + 1] - '0' is var two && two > 0 && two < groups)
        {
            return (two, 2);
        }

        return one > 0 && one < groups ? (one, 1) : (0, 0);
    }

    private static JsValue Split(Realm realm, JsValue self, JsValue[] arguments)
    {
        var text = StringLibrary.Self(realm, self);
        var limit = arguments.At(1).IsUndefined() ? uint.MaxValue : (uint)Operations.ToInteger(realm, arguments[1]);
        if (arguments.At(0).IsUndefined())
        {
            return realm.Array([new JsValue(text)]);
        }

        return realm.Array(Parts(realm, text, arguments[0]).Take((int)Math.Min(limit, int.MaxValue)));
    }

    private static IEnumerable<JsValue> Parts(Realm realm, string text, JsValue separator)
    {
        if (!separator.IsObject() || separator.AsObject() is not ScriptRegExp regex)
        {
            foreach (var part in Pieces(realm, text, Operations.ToText(realm, separator)))
            {
                yield return new JsValue(part);
            }

            yield break;
        }

        if (text.Length == 0)
        {
            if (realm.RegExps.Match(regex, text, 0) is null)
            {
                yield return new JsValue(text);
            }

            yield break;
        }

        var at = 0;
        foreach (var match in realm.RegExps.Matches(regex, text).Where(m => m.Length > 0 || (m.Index > 0 && m.Index < text.Length)))
        {
            if (match.Length == 0 && match.Index == at)
            {
                continue;
            }

            yield return new JsValue(text[at..match.Index]);
            for (var i = 1; i < regex.Names.Length; i++)
            {
                yield return RegExps.Group(match, i);
            }

            at = match.Index + match.Length;
        }

        yield return new JsValue(text[at..]);
    }

    private static IEnumerable<string> Pieces(Realm realm, string text, string separator)
    {
        if (separator.Length == 0)
        {
            foreach (var c in text)
            {
                yield return c.ToString();
            }

            yield break;
        }

        var at = 0;
        for (var next = text.IndexOf(separator, StringComparison.Ordinal); next >= 0; next = text.IndexOf(separator, at, StringComparison.Ordinal))
        {
            realm.Step();
            yield return text[at..next];
            at = next + separator.Length;
        }

        yield return text[at..];
    }
}

/// <param name="Index">Where it begins.</param>
/// <param name="Length">Its length.</param>
/// <param name="Groups">The whole and its groups.</param>
/// <param name="Named">The object of the named ones, or undefined.</param>
internal sealed record Found(int Index, int Length, JsValue[] Groups, JsValue Named);
