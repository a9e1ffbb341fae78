namespace AgentIQ.Rules.Text.Dictionary;

/// <summary>
/// A Hunspell dictionary kept as its own text with a hash index over the headwords, in normal form.
/// </summary>
/// <remarks>
/// 146,000 entries expand to some two million forms; a process needs the forms of a few thousand pattern words. So nothing is
/// expanded ahead: the index is one int per slot into the file's text, and loading is decoding plus hashing (about 20 ms).
/// </remarks>
internal sealed class HunspellDictionary
{
    private const int Slots = 1 << 19;
    private readonly string _text;
    private readonly int[] _index = new int[Slots];
    private readonly AffixTable _affixes;

    public HunspellDictionary(string text, AffixTable affixes)
    {
        _text = text;
        _affixes = affixes;

        // The first line is the number of entries. Offsets are stored plus one, so that zero means an empty slot.
        var at = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        while (at < text.Length)
        {
            var slot = (int)(HashOfLine(at) & (Slots - 1));
            while (_index[slot] != 0)
            {
                slot = (slot + 1) & (Slots - 1);
            }

            _index[slot] = at + 1;
            var next = text.IndexOf('\n', at);
            at = next < 0 ? text.Length : next + 1;
        }
    }

    public bool HasHeadword(ReadOnlySpan<char> word) => Entries(word.ToString()).Count > 0;

    /// <summary>Every form of the headwords with this normal form; empty when there is none.</summary>
    public IEnumerable<string> FormsOf(string headword) => Entries(headword).SelectMany(entry => Expand(entry.Word, entry.Flags));

    /// <summary>The normal forms of the headwords that the word may be a form of.</summary>
    public IReadOnlySet<string> LemmasOf(string form)
    {
        var lemmas = new HashSet<string>(StringComparer.Ordinal);
        for (var ending = 0; ending <= Math.Min(_affixes.LongestEnding, form.Length - 1); ending++)
        {
            var stem = form[..^ending];
            foreach (var rule in _affixes.Producing(form[(form.Length - ending)..]))
            {
                var candidate = Normal.Fold(stem + rule.Strip);
                if (!lemmas.Contains(candidate) && Entries(candidate).Any(entry => Produces(entry.Word, entry.Flags, rule, form)))
                {
                    lemmas.Add(candidate);
                }
            }
        }

        return lemmas;
    }

    /// <summary>Every form that the flags give a lemma, in normal form, the lemma first.</summary>
    public IEnumerable<string> Expand(string lemma, string flags)
    {
        yield return Normal.Fold(lemma);
        foreach (var form in flags.SelectMany(_affixes.WithFlag).Select(rule => rule.Apply(lemma)).OfType<string>())
        {
            yield return Normal.Fold(form);
        }
    }

    private static bool Produces(string lemma, string flags, AffixRule rule, string form) =>
        flags.Contains(rule.Flag, StringComparison.Ordinal) && rule.Apply(lemma) is { } made && Normal.Fold(made) == form;

    private List<(string Word, string Flags)> Entries(string headword)
    {
        var found = new List<(string, string)>();
        for (var slot = (int)(Hash(headword) & (Slots - 1)); _index[slot] != 0; slot = (slot + 1) & (Slots - 1))
        {
            var line = LineAt(_index[slot] - 1);
            var slash = line.IndexOf('/');
            var word = slash < 0 ? line : line[..slash];
            if (SameFolded(word, headword))
            {
                found.Add((word.ToString().ToLowerInvariant(), slash < 0 ? string.Empty : line[(slash + 1)..].ToString()));
            }
        }

        return found;
    }

    private ReadOnlySpan<char> LineAt(int start)
    {
        var rest = _text.AsSpan(start);
        var end = rest.IndexOfAny('\n', '\r');
        return end < 0 ? rest : rest[..end];
    }

    private static bool SameFolded(ReadOnlySpan<char> word, string normal)
    {
        if (word.Length != normal.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (CharacterTable.FoldOf(word[i]) != normal[i])
            {
                return false;
            }
        }

        return true;
    }

    private uint HashOfLine(int start)
    {
        var hash = 2166136261u;
        for (var i = start; i < _text.Length && _text[i] is not ('/' or '\n' or '\r'); i++)
        {
            hash = (hash ^ CharacterTable.FoldOf(_text[i])) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }

    private static uint Hash(string normal)
    {
        var hash = 2166136261u;
        foreach (var character in normal)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }
}
