using System.Globalization;

namespace AgentIQ.Rules.Text.Patterns;

/// <summary>From a word's normal form to the places of phrases where it may stand.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _whole;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _beginnings;
    private readonly int[] _beginningLengths;
    private readonly (string Ending, int Place)[] _endings;
    private readonly (int From, int To, int Place)[] _numbers;

    public PhraseIndex(IReadOnlyList<WordSet> places)
    {
        _whole = Group(places, place => place.Forms).GetAlternateLookup<ReadOnlySpan<char>>();
        var beginnings = Group(places, place => place.Beginnings);
        _beginnings = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        _beginningLengths = [.. beginnings.Keys.Select(key => key.Length).Distinct().Order()];
        _endings = [.. places.SelectMany((place, id) => place.Endings.Select(ending => (ending, id)))];
        _numbers = [.. places.SelectMany((place, id) => place.Numbers.Select(range => (range.From, range.To, id)))];
    }

    /// <summary>Adds the places that the form may take.</summary>
    public void Find(ReadOnlySpan<char> form, List<int> into)
    {
        if (_whole.TryGetValue(form, out var places))
        {
            into.AddRange(places);
        }

        foreach (var length in _beginningLengths)
        {
            if (length > form.Length)
            {
                break;
            }

            if (_beginnings.TryGetValue(form[..length], out places))
            {
                into.AddRange(places);
            }
        }

        foreach (var (ending, place) in _endings)
        {
            if (form.EndsWith(ending, StringComparison.Ordinal))
            {
                into.Add(place);
            }
        }

        if (_numbers.Length > 0 && char.IsAsciiDigit(form[0]) && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            foreach (var (from, to, place) in _numbers)
            {
                if (number >= from && number <= to)
                {
                    into.Add(place);
                }
            }
        }
    }

    private static Dictionary<string, int[]> Group(IReadOnlyList<WordSet> places, Func<WordSet, IEnumerable<string>> words) =>
        places.SelectMany((place, id) => words(place).Select(word => (word, id)))
            .GroupBy(pair => pair.word, pair => pair.id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
