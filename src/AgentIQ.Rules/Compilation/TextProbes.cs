using System.Text.RegularExpressions;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Compilation;

/// <summary>
/// Every phrase and every expression of a set, each once: all phrases of one field are found in one pass over its text.
/// </summary>
internal sealed class TextProbes
{
    private readonly Dictionary<int, (List<TextPattern> Patterns, Dictionary<string, int> Numbers)> _building = [];
    private readonly List<(int Slot, Regex Expression)> _expressions = [];
    private readonly Dictionary<int, int> _probeOfSlot = [];

    public List<(int Slot, PhraseSet Phrases)> Fields { get; } = [];

    public IReadOnlyList<(int Slot, Regex Expression)> Expressions => _expressions;

    /// <summary>The number of a phrase within its field.</summary>
    public int Add(int slot, TextPattern pattern)
    {
        if (!_building.TryGetValue(slot, out var field))
        {
            _building[slot] = field = ([], new Dictionary<string, int>(StringComparer.Ordinal));
            _probeOfSlot[slot] = _probeOfSlot.Count;
        }

        if (!field.Numbers.TryGetValue(pattern.Source, out var number))
        {
            number = field.Patterns.Count;
            field.Patterns.Add(pattern);
            field.Numbers[pattern.Source] = number;
        }

        return number;
    }

    /// <summary>The number of an expression.</summary>
    public int Add(int slot, Regex expression)
    {
        var number = _expressions.FindIndex(known => known.Slot == slot && known.Expression.ToString() == expression.ToString());
        if (number < 0)
        {
            number = _expressions.Count;
            _expressions.Add((slot, expression));
        }

        return number;
    }

    /// <summary>The number of a field among <see cref="Fields"/>.</summary>
    public int ProbeOf(int slot) => _probeOfSlot[slot];

    public void Build()
    {
        foreach (var (slot, (patterns, _)) in _building.OrderBy(pair => _probeOfSlot[pair.Key]))
        {
            Fields.Add((slot, PhraseSet.Of(patterns)));
        }
    }
}
