using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <summary>A regular expression of JavaScript as .NET's, always with a time limit.</summary>
/// <param name="Regex">Groups have the numbers that JavaScript gives them.</param>
/// <param name="Names">Names of the groups by number; null where a group has none.</param>
internal sealed record TranslatedRegExp(Regex Regex, string?[] Names);

/// <summary>Checks and translates regular expressions; what was translated once is remembered.</summary>
internal static class RegExpSyntax
{
    private const int Remembered = 2048;

    private static readonly TimeSpan Limit = JavaScriptLimits.Time / 2;
    private static readonly ConcurrentDictionary<(string Pattern, string Flags), TranslatedRegExp> Known = new();

    public static void Check(SourceText source, int offset, string pattern, string flags)
    {
        try
        {
            Translate(pattern, flags);
        }
        catch (FormatException e)
        {
            throw source.Error(offset, e.Message);
        }
    }

    /// <exception cref="FormatException">It is not valid, or uses what is not supported.</exception>
    public static TranslatedRegExp Translate(string pattern, string flags)
    {
        if (Known.TryGetValue((pattern, flags), out var known))
        {
            return known;
        }

        CheckFlags(flags);
        var translator = new RegExpTranslator(pattern, flags);
        var text = translator.Translate();
        var options = RegexOptions.CultureInvariant | (flags.Contains('i') ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            known = new TranslatedRegExp(new Regex(text, options, Limit), translator.Names);
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"the regular expression /{pattern}/ is not valid: {e.Message}", e);
        }

        if (Known.Count >= Remembered)
        {
            Known.Clear();
        }

        return Known[(pattern, flags)] = known;
    }

    private static void CheckFlags(string flags)
    {
        for (var i = 0; i < flags.Length; i++)
        {
            if (!"gimsuy".Contains(flags[i]) || flags.IndexOf(flags[i], i + 1) >= 0)
            {
                throw new FormatException($"the flag '{flags[i]}' of the regular expression is not supported or is given twice; use g, i, m, s, u, y");
            }
        }
    }
}
