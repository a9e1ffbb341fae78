namespace AgentIQ.Rules.Text.Dictionary;

/// <summary>
/// Our own words beside the dictionary, from <c>own-words.txt</c>: «word/flags» declines as the dictionary's words with those
/// flags; «word: form form» lists the forms of irregular words and pronouns. «#» starts a comment.
/// </summary>
internal sealed class OwnWords
{
    private readonly Dictionary<string, HashSet<string>> _formsByLemma = new(StringComparer.Ordinal);
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);

    public static OwnWords Read(TextReader reader, HunspellDictionary dictionary)
    {
        var words = new OwnWords();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('#')[0].Trim() is not { Length: > 0 } entry)
            {
                continue;
            }

            if (entry.Split('/') is [var lemma, var flags])
            {
                words.Add(lemma, dictionary.Expand(lemma, flags));
            }
            else if (entry.Split(':') is [var head, var forms])
            {
                words.Add(head, forms.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(head).Select(form => Normal.Fold(form)));
            }
            else
            {
                throw new FormatException($"own-words.txt: '{line}' is neither 'word/flags' nor 'word: form form'.");
            }
        }

        return words;
    }

    /// <summary>The forms of our own word, or null when it is not ours.</summary>
    public IReadOnlySet<string>? FormsOf(string lemma) => _formsByLemma.GetValueOrDefault(lemma);

    /// <summary>Our lemmas that have this form.</summary>
    public IEnumerable<string> LemmasOf(string form) =>
        _all.Contains(form) ? _formsByLemma.Where(pair => pair.Value.Contains(form)).Select(pair => pair.Key) : [];

    private void Add(string lemma, IEnumerable<string> forms)
    {
        var key = Normal.Fold(lemma);
        if (!_formsByLemma.TryGetValue(key, out var known))
        {
            _formsByLemma[key] = known = new HashSet<string>(StringComparer.Ordinal);
        }

        known.UnionWith(forms);
        _all.UnionWith(known);
    }
}
