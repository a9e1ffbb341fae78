using System.Collections.Concurrent;
using System.Text;
using AgentIQ.Rules.Text.Dictionary;

namespace AgentIQ.Rules.Text;

/// <summary>Inflected forms of Russian words, from the Hunspell dictionary that ships and our own list beside it.</summary>
/// <remarks>Loaded on first use, once per process. All words go in and out in normal form: lower case, ё as е.</remarks>
public static class WordForms
{
    private static readonly Lazy<(HunspellDictionary Dictionary, OwnWords Own)> Loaded = new(Load);
    private static readonly ConcurrentDictionary<string, IReadOnlySet<string>> Cache = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    /// <summary>
    /// All forms of a word. A headword gives its own paradigm («суд» never «судя»); any other form gives the paradigms of
    /// all words that it may belong to. Empty when the word is unknown.
    /// </summary>
    /// <param name="word">A word in any case, ё or е.</param>
    public static IReadOnlySet<string> Of(string word) => Cache.GetOrAdd(Normal.Fold(word), Find);

    /// <summary>Whether the word is a known form of anything.</summary>
    public static bool IsKnown(ReadOnlySpan<char> word)
    {
        var form = word.ToString();
        return Known.Count < 10_000 ? Known.GetOrAdd(form, static known => Of(known).Count > 0) : Find(form).Count > 0;
    }

    private static HashSet<string> Find(string word)
    {
        var (dictionary, own) = Loaded.Value;
        var forms = new HashSet<string>(own.FormsOf(word) ?? dictionary.FormsOf(word), StringComparer.Ordinal);
        if (forms.Count == 0)
        {
            forms.UnionWith(own.LemmasOf(word).SelectMany(lemma => own.FormsOf(lemma)!));
            forms.UnionWith(dictionary.LemmasOf(word).SelectMany(dictionary.FormsOf));
        }

        return forms;
    }

    private static (HunspellDictionary, OwnWords) Load()
    {
        using var affixes = Open("index.aff");
        using var words = Open("index.dic");
        using var own = Open("own-words.txt");
        var dictionary = new HunspellDictionary(words.ReadToEnd(), AffixTable.Read(affixes));
        return (dictionary, OwnWords.Read(own, dictionary));
    }

    private static StreamReader Open(string name)
    {
        var stream = typeof(WordForms).Assembly.GetManifestResourceStream($"AgentIQ.Rules.Text.{name}")
            ?? throw new InvalidOperationException($"The dictionary part '{name}' is not embedded in AgentIQ.Rules: run 'npm ci' and build again.");
        return new StreamReader(stream, Encoding.UTF8);
    }
}
