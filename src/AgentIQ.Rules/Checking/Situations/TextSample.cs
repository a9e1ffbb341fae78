using System.Text;
using System.Text.RegularExpressions;
using AgentIQ.Rules.Checking.Domains;
using AgentIQ.Rules.Text;
using AgentIQ.Rules.Text.Patterns;

namespace AgentIQ.Rules.Checking.Situations;

/// <summary>Writes a short text that holds some phrases and not others, when it can.</summary>
internal static partial class TextSample
{
    /// <summary>More choices of phrases than this are not tried.</summary>
    private const int MostTries = 8;

    private static readonly string[] Plain = ["Здравствуйте", "", "1"];

    /// <summary>A text with at least one member of each wanted group and none of the unwanted; null when none was found.</summary>
    public static string? With(IReadOnlyList<IReadOnlyList<Member>> wanted, IEnumerable<Member> unwanted)
    {
        List<Member> absent = [.. unwanted];
        return Candidates(wanted).FirstOrDefault(text => RussianText.Prepare(text) is var prepared
            && wanted.All(group => group.Any(member => Holds(member, prepared)))
            && !absent.Exists(member => Holds(member, prepared)));
    }

    private static IEnumerable<string> Candidates(IReadOnlyList<IReadOnlyList<Member>> wanted)
    {
        if (wanted.Count == 0)
        {
            return Plain;
        }

        List<List<string>> choices = [.. wanted.Select(group => group.Select(Sample).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostTries).ToList())];
        return choices.Exists(group => group.Count == 0)
            ? []
            : Enumerable.Range(0, MostTries).Select(attempt => string.Join(". ", choices.Select(group => group[attempt % group.Count]).Distinct(StringComparer.Ordinal)));
    }

    private static bool Holds(Member member, RussianText text) =>
        member.Phrase is { } phrase ? phrase.Find(text) is not null : member.Expression!.IsMatch(text.Raw);

    private static string? Sample(Member member) => member.Phrase is { } phrase
        ? Phrases(phrase).FirstOrDefault(text => phrase.Find(RussianText.Prepare(text)) is not null)
        : Matches(member.Expression!.ToString()).FirstOrDefault(member.Expression.IsMatch);

    private static IEnumerable<string> Phrases(TextPattern pattern) =>
        pattern.Sequences.Select(sequence => string.Join(' ', sequence.Places.Select(Word))).Prepend(pattern.Source.TrimStart('='));

    private static string Word(WordSet words)
    {
        // The key lists the alternatives as they were written; the first one that is a form reads better than some form of it.
        var written = words.Key.Split('|').Select(word => word.TrimStart('=')).FirstOrDefault(words.Forms.Contains);
        return written ?? words.Forms.Concat(words.Beginnings).Concat(words.Endings).FirstOrDefault()
            ?? words.Numbers.Select(range => $"{range.From}").FirstOrDefault("");
    }

    /// <summary>Guesses at a text that an expression matches: its plain characters, or plain characters of one of its branches.</summary>
    private static IEnumerable<string> Matches(string expression) =>
        expression.Split('|').Prepend(expression).SelectMany(part => new[] { part, Unescaped(part), $"{Unescaped(part)}1" }).Concat(["1", "12345", "а", "!", "!!!"]);

    private static string Unescaped(string expression)
    {
        var plain = Syntax().Replace(expression, match => match.Value switch
        {
            @"\d" => "1",
            @"\s" => " ",
            @"\w" => "а",
            ['\\', var escaped] when !char.IsAsciiLetter(escaped) => escaped.ToString(),
            ['[', '^', ..] => "-",
            ['[', '\\', ..] => "1",
            ['[', var first, ..] => first.ToString(),
            "." => "а",
            _ => "",
        });
        return new StringBuilder(plain).Replace("(", "").Replace(")", "").ToString();
    }

    [GeneratedRegex(@"\\.|\[[^\]]+\]|\{\d+,?\d*\}|[\^$?*+.]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Syntax();
}
