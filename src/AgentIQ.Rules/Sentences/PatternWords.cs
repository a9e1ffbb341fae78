using System.Text.RegularExpressions;

namespace AgentIQ.Rules.Sentences;

/// <summary>A phrase pattern as people would say it: <c>вернуть [..2] деньги</c> is «вернуть … деньги».</summary>
internal static partial class PatternWords
{
    private const int LongestAlternatives = 3;

    private const int Longest = 60;

    /// <summary>The words, and whether exceptions were left out.</summary>
    public static (string Words, bool Exceptions) Of(string pattern)
    {
        var guarded = Guard().Replace(pattern, "");
        var words = guarded.TrimStart('~');
        words = Gap().Replace(words, " … ");
        words = Alternatives().Replace(words, "/");
        words = Range().Replace(words, "${from}–${to}");
        words = words.Replace("*", "…", StringComparison.Ordinal);
        words = Marks().Replace(words, "");
        words = string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Few));
        return (words.Length <= Longest ? words : words[..(Longest - 1)].TrimEnd() + "…", guarded != pattern);
    }

    // Patterns list a dozen forms of one word; two of them say which word it is.
    private static string Few(string place)
    {
        var alternatives = place.Split('/');
        return alternatives.Length <= LongestAlternatives ? place : string.Join('/', [.. alternatives.Take(LongestAlternatives - 1), "др."]);
    }

    [GeneratedRegex(@"\s*![<>]\d*(\([^)]*\)|\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Guard();

    [GeneratedRegex(@"\s*\[\.\.\d+\]\s*", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\s*\|\s*", RegexOptions.None, 1000)]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"#(?<from>\d+)-(?<to>\d+)", RegexOptions.None, 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"[=?()]", RegexOptions.None, 1000)]
    private static partial Regex Marks();
}
