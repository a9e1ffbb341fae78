namespace AgentIQ.Rules.Text.Dictionary;

/// <summary>The condition on the end of a lemma: letters, sets «[лнр]», excluded sets «[^жш]», and «.» for any.</summary>
internal sealed class AffixCondition
{
    private readonly List<(string Letters, bool Excluded)> _places = [];

    public AffixCondition(string pattern)
    {
        if (pattern == ".")
        {
            return;
        }

        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '[')
            {
                _places.Add((pattern[i].ToString(), false));
                continue;
            }

            var close = pattern.IndexOf(']', i);
            var excluded = pattern[i + 1] == '^';
            _places.Add((pattern[(i + (excluded ? 2 : 1))..close], excluded));
            i = close;
        }
    }

    public bool Matches(string lemma)
    {
        var offset = lemma.Length - _places.Count;
        if (offset < 0)
        {
            return false;
        }

        for (var i = 0; i < _places.Count; i++)
        {
            if (_places[i].Letters.Contains(lemma[offset + i], StringComparison.Ordinal) == _places[i].Excluded)
            {
                return false;
            }
        }

        return true;
    }
}
