using System.Globalization;

namespace AgentIQ.Rules.Text.Patterns;

/// <summary>Reads the pattern language that <see cref="TextPattern"/> documents.</summary>
internal sealed class PatternParser(string source)
{
    private const int LongestGap = 10;
    private readonly record struct Place(WordSet Words, bool Optional, int GapBefore);
    private int _at;

    public IReadOnlyList<Sequence> Parse()
    {
        var anyOrder = Take('~');
        var places = new List<Place>();
        var guards = new List<Guard>();
        var gap = 0;
        for (SkipSpaces(); _at < source.Length; SkipSpaces())
        {
            if (source[_at] == '[')
            {
                gap = ReadGap();
            }
            else if (source[_at] == '!')
            {
                guards.Add(ReadGuard());
            }
            else
            {
                places.Add(new Place(ReadWords(), Take('?'), gap));
                gap = 0;
            }
        }

        if (places.All(place => place.Optional))
        {
            throw Error("a pattern needs at least one word that is not optional");
        }

        var orders = anyOrder ? Permutations(places) : [places];
        return [.. orders.SelectMany(order => Variants(order, guards))];
    }

    /// <summary>Each optional word in and out.</summary>
    private static IEnumerable<Sequence> Variants(IReadOnlyList<Place> places, List<Guard> guards)
    {
        var optional = Enumerable.Range(0, places.Count).Where(i => places[i].Optional).ToList();
        for (var mask = 0; mask < 1 << optional.Count; mask++)
        {
            var left = places.Where((_, i) => optional.IndexOf(i) is var at && (at < 0 || (mask & (1 << at)) != 0)).ToList();
            yield return new Sequence([.. left.Select(place => place.Words)], [.. left.Skip(1).Select(place => place.GapBefore)], guards);
        }
    }

    private IEnumerable<IReadOnlyList<Place>> Permutations(List<Place> places)
    {
        if (places.Count > 3)
        {
            throw Error("any order is offered for at most three words");
        }

        var gap = places.Max(place => place.GapBefore);
        return Orders(places.Count).Select(order => order.Select(i => places[i] with { GapBefore = gap }).ToList());
    }

    private static IEnumerable<int[]> Orders(int count) => count switch
    {
        1 => [[0]],
        2 => [[0, 1], [1, 0]],
        _ => [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]],
    };

    private int ReadGap()
    {
        var close = source.IndexOf(']', _at);
        if (close < 0 || !source.AsSpan(_at).StartsWith("[..", StringComparison.Ordinal)
            || !int.TryParse(source.AsSpan(_at + 3, close - _at - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var gap) || gap is < 1 or > LongestGap)
        {
            throw Error($"a gap is written [..N] with N from 1 to {LongestGap}");
        }

        _at = close + 1;
        return gap;
    }

    private Guard ReadGuard()
    {
        _at++;
        var after = Take('>');
        if (!after && !Take('<'))
        {
            throw Error("a guard is written !<N(words) before or !>N(words) after the phrase");
        }

        var start = _at;
        while (_at < source.Length && char.IsAsciiDigit(source[_at]))
        {
            _at++;
        }

        var reach = start == _at ? 1 : int.Parse(source.AsSpan(start, _at - start), CultureInfo.InvariantCulture);
        return new Guard(ReadWords(), after, Math.Min(reach, LongestGap));
    }

    private WordSet ReadWords()
    {
        var grouped = Take('(');
        var words = new List<string>();
        do
        {
            SkipSpaces();
            words.Add(ReadWord());
            if (grouped)
            {
                SkipSpaces();
            }
        }
        while (Take('|'));

        if (grouped && !Take(')'))
        {
            throw Error("')' is missing");
        }

        words.Sort(StringComparer.Ordinal);
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var beginnings = new List<string>();
        var endings = new List<string>();
        var numbers = new List<(int, int)>();
        foreach (var word in words)
        {
            if (word[0] == '#')
            {
                numbers.Add(NumbersOf(word));
            }
            else if (word[^1] == '*')
            {
                beginnings.Add(Dictionary.Normal.Fold(word.AsSpan(0, word.Length - 1)));
            }
            else if (word[0] == '*')
            {
                endings.Add(Dictionary.Normal.Fold(word.AsSpan(1)));
            }
            else
            {
                forms.UnionWith(FormsOf(word));
            }
        }

        return new WordSet(string.Join('|', words), forms, beginnings, endings, numbers);
    }

    private (int From, int To) NumbersOf(string word)
    {
        if (word == "#")
        {
            return (0, int.MaxValue);
        }

        return word[1..].Split('-') is [var from, var to]
            && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var low) && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var high)
            ? (low, high)
            : throw Error("a range of numbers is written #44-60, any number #");
    }

    private IReadOnlySet<string> FormsOf(string word)
    {
        if (word[0] == '=')
        {
            return new HashSet<string>(StringComparer.Ordinal) { Dictionary.Normal.Fold(word.AsSpan(1)) };
        }

        if (CharacterTable.KindOf(word[0]) != CharacterKind.Cyrillic)
        {
            return new HashSet<string>(StringComparer.Ordinal) { Dictionary.Normal.Fold(word) };
        }

        return WordForms.Of(word) is { Count: > 0 } forms
            ? forms
            : throw Error($"the word '{word}' is in no dictionary; write '={word}' for exactly this form or '{word}*' for a beginning");
    }

    private string ReadWord()
    {
        var start = _at;
        while (_at < source.Length && !char.IsWhiteSpace(source[_at]) && source[_at] is not ('|' or ')' or '(' or '?' or '!' or '['))
        {
            _at++;
        }

        var word = source[start.._at];
        return word.Trim('=', '*').Length > 0 ? word : throw Error("a word is expected");
    }

    private bool Take(char character)
    {
        if (_at < source.Length && source[_at] == character)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void SkipSpaces()
    {
        while (_at < source.Length && char.IsWhiteSpace(source[_at]))
        {
            _at++;
        }
    }

    private FormatException Error(string problem) => new($"Text pattern «{source}», character {_at + 1}: {problem}.");
}
