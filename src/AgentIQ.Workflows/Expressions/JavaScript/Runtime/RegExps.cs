using System.Text.RegularExpressions;
using AgentIQ.Workflows.Expressions.JavaScript.Syntax;
using Jint.Native;
using Jint.Native.Array;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>Makes and runs a realm's regular expressions.</summary>
internal sealed class RegExps(Realm realm)
{
    public ScriptRegExp Create(string pattern, string flags)
    {
        try
        {
            return new ScriptRegExp(realm.Engine, pattern, flags, RegExpSyntax.Translate(pattern, flags));
        }
        catch (FormatException e)
        {
            throw realm.SyntaxError(e.Message);
        }
    }

    /// <summary>One match from a place on, or null. It takes no notice of lastIndex.</summary>
    public Match? Match(ScriptRegExp regex, string text, int start)
    {
        try
        {
            realm.Step(64 + (text.Length / 64));
            var match = regex.Value.Match(text, start);
            return match.Success && !(regex.IsSticky && match.Index != start) ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            throw new JavaScriptStoppedException($"the regular expression /{regex.Source}/ takes more than {JavaScriptLimits.Time.TotalSeconds / 2} s; make it simpler");
        }
    }

    /// <summary>Every match, each from the end of the one before.</summary>
    public IEnumerable<Match> Matches(ScriptRegExp regex, string text)
    {
        for (var at = 0; at <= text.Length && Match(regex, text, at) is { } match;)
        {
            yield return match;
            at = match.Length > 0 ? match.Index + match.Length : match.Index + 1;
        }
    }

    /// <summary>As exec: honours and moves lastIndex of a global or sticky expression.</summary>
    public Match? Exec(ScriptRegExp regex, string text)
    {
        var keeps = regex.Global || regex.IsSticky;
        var start = keeps ? Operations.ToInteger(realm, regex.Get("lastIndex")) : 0;
        var match = start >= 0 && start <= text.Length ? Match(regex, text, (int)start) : null;
        if (keeps)
        {
            regex.Put("lastIndex", Operations.Number(match is null ? 0 : match.Index + match.Length), throwOnError: false);
        }

        return match;
    }

    /// <summary>A match as exec gives it.</summary>
    public ArrayInstance Result(ScriptRegExp regex, Match match, string text)
    {
        var result = realm.Array(Enumerable.Range(0, regex.Names.Length).Select(i => Group(match, i)));
        result.FastAddProperty("index", Operations.Number(match.Index), writable: true, enumerable: true, configurable: true);
        result.FastAddProperty("input", new JsValue(text), writable: true, enumerable: true, configurable: true);
        result.FastAddProperty("groups", Groups(regex, match), writable: true, enumerable: true, configurable: true);
        return result;
    }

    public static JsValue Group(Match match, int number) => number == 0
        ? new JsValue(match.Value)
        : match.Groups[number] is { Success: true } group ? new JsValue(group.Value) : JsValue.Undefined;

    public JsValue Groups(ScriptRegExp regex, Match match)
    {
        if (!Array.Exists(regex.Names, n => n is not null))
        {
            return JsValue.Undefined;
        }

        var groups = realm.Object();
        for (var i = 1; i < regex.Names.Length; i++)
        {
            if (regex.Names[i] is { } name)
            {
                groups.FastAddProperty(name, Group(match, i), writable: true, enumerable: true, configurable: true);
            }
        }

        return groups;
    }
}
