using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Compilation;

/// <summary>What was found in the texts of one evaluation: each text is read at most once, each expression asked at most once.</summary>
internal sealed class TextMemo
{
    private readonly TextProbes _probes;
    private readonly IReadOnlyList<PhraseMatch>?[] _found;
    private readonly bool[][] _hits;
    private readonly bool?[] _expressions;

    public TextMemo(TextProbes probes)
    {
        _probes = probes;
        _found = new IReadOnlyList<PhraseMatch>?[_probes.Fields.Count];
        _hits = [.. _probes.Fields.Select(field => new bool[field.Phrases.Patterns.Count])];
        _expressions = new bool?[_probes.Expressions.Count];
    }

    public void Clear()
    {
        _found.AsSpan().Clear();
        _expressions.AsSpan().Clear();
    }

    /// <summary>Which phrases of a field stand in its text.</summary>
    public bool[] Hits(int probe, FactValues facts)
    {
        if (_found[probe] is null)
        {
            Found(probe, facts);
        }

        return _hits[probe];
    }

    /// <summary>Where the phrases of a field stand in its text.</summary>
    public IReadOnlyList<PhraseMatch> Found(int probe, FactValues facts)
    {
        if (_found[probe] is { } known)
        {
            return known;
        }

        var (slot, phrases) = _probes.Fields[probe];
        var matches = phrases.Scan((RussianText)facts.Reference(slot)!);
        _hits[probe].AsSpan().Clear();
        foreach (var match in matches)
        {
            _hits[probe][match.Pattern] = true;
        }

        _found[probe] = matches;
        return matches;
    }

    public bool Matches(int expression, FactValues facts)
    {
        if (_expressions[expression] is { } known)
        {
            return known;
        }

        var (slot, regex) = _probes.Expressions[expression];
        var result = regex.IsMatch(((RussianText)facts.Reference(slot)!).Raw);
        _expressions[expression] = result;
        return result;
    }
}
