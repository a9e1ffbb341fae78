using AgentIQ.Rules.Text.Patterns;

namespace AgentIQ.Rules.Text;

/// <summary>Many patterns looked for in one pass over a text. Immutable and safe to share between threads.</summary>
/// <remarks>
/// Each word of the text is looked up once; only phrases whose longest word is there are tried, so the cost follows the text
/// and not the number of patterns.
/// </remarks>
public sealed class PhraseSet
{
    private readonly PhraseIndex _index;
    private readonly Anchored[]?[] _byAnchor;

    private PhraseSet(IReadOnlyList<TextPattern> patterns)
    {
        Patterns = patterns;
        var places = new List<WordSet>();
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var anchored = new Dictionary<int, List<Anchored>>();
        for (var pattern = 0; pattern < patterns.Count; pattern++)
        {
            foreach (var sequence in patterns[pattern].Sequences)
            {
                var wanted = sequence.Places.Select(Id).ToArray();
                var guards = sequence.Guards.Select(guard => (Id(guard.Words), guard.After, guard.Reach)).ToArray();
                var anchor = Enumerable.Range(0, wanted.Length).MaxBy(i => sequence.Places[i].Rarity);
                if (!anchored.TryGetValue(wanted[anchor], out var list))
                {
                    anchored[wanted[anchor]] = list = [];
                }

                list.Add(new Anchored(pattern, anchor, wanted, [.. sequence.Gaps], guards));
            }
        }

        _index = new PhraseIndex(places);
        _byAnchor = new Anchored[places.Count][];
        foreach (var (place, list) in anchored)
        {
            _byAnchor[place] = [.. list];
        }

        int Id(WordSet words)
        {
            if (!ids.TryGetValue(words.Key, out var id))
            {
                ids[words.Key] = id = places.Count;
                places.Add(words);
            }

            return id;
        }
    }

    /// <summary>The patterns, in the order in which they were given: <see cref="PhraseMatch.Pattern"/> is an index into it.</summary>
    public IReadOnlyList<TextPattern> Patterns { get; }

    /// <summary>Builds the set.</summary>
    public static PhraseSet Of(IReadOnlyList<TextPattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        return new PhraseSet(patterns);
    }

    /// <summary>All matches, in the order of their anchor words. A pattern may be reported more than once for overlapping places.</summary>
    public IReadOnlyList<PhraseMatch> Scan(RussianText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = text.Tokens;
        var places = new List<int>();
        var ends = new int[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            _index.Find(text.Form(i), places);
            ends[i] = places.Count;
        }

        if (places.Count == 0)
        {
            return [];
        }

        var found = new List<PhraseMatch>();
        var view = new PlaceView(tokens, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(places), ends);
        for (var i = 0; i < tokens.Length; i++)
        {
            foreach (var place in view.At(i))
            {
                foreach (var candidate in _byAnchor[place] ?? [])
                {
                    if (candidate.TryMatch(view, i, out var first, out var last))
                    {
                        found.Add(new PhraseMatch(candidate.Pattern, first, last));
                    }
                }
            }
        }

        return found;
    }
}
