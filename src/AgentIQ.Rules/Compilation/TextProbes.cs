using System.Text.RegularExpressions;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Compilation;

/// <summary>Gathers what the rows of a set ask about its texts, each question once, and makes one probe for each text.</summary>
internal sealed class TextProbes
{
    private readonly Dictionary<int, Building> _building = [];
    private readonly Dictionary<int, TextProbe> _probes = [];

    /// <summary>The number of a question about a list of phrases: true when one of them stands in the text.</summary>
    public int Add(int slot, IReadOnlyList<TextPattern> phrases) => Of(slot).Number(phrases);

    /// <summary>The number of a question about a regular expression, among the expressions of its text.</summary>
    public int Add(int slot, Regex expression) => Of(slot).Number(expression);

    /// <summary>Where the answer to an expression stands.</summary>
    public int PlaceOf(int slot, int expression) => _building[slot].PhraseQuestions + expression;

    /// <summary>The probe of a text.</summary>
    public TextProbe ProbeOf(int slot) => _probes[slot];

    /// <summary>Makes the probes, after the last question was added.</summary>
    public void Build()
    {
        foreach (var (slot, building) in _building)
        {
            _probes[slot] = building.Build();
        }
    }

    private Building Of(int slot) => _building.TryGetValue(slot, out var known) ? known : _building[slot] = new Building();

    private sealed class Building
    {
        private readonly List<TextPattern> _patterns = [];
        private readonly Dictionary<string, int> _patternNumbers = new(StringComparer.Ordinal);
        private readonly List<int[]> _questions = [];
        private readonly Dictionary<string, int> _questionNumbers = new(StringComparer.Ordinal);
        private readonly List<Regex> _expressions = [];

        public int PhraseQuestions => _questions.Count;

        public int Number(IReadOnlyList<TextPattern> phrases)
        {
            int[] numbers = [.. phrases.Select(Number)];
            var key = string.Join(',', numbers);
            if (!_questionNumbers.TryGetValue(key, out var number))
            {
                _questionNumbers[key] = number = _questions.Count;
                _questions.Add(numbers);
            }

            return number;
        }

        public int Number(Regex expression)
        {
            var number = _expressions.FindIndex(known => known.ToString() == expression.ToString());
            if (number < 0)
            {
                number = _expressions.Count;
                _expressions.Add(expression);
            }

            return number;
        }

        public TextProbe Build() => new(PhraseSet.Of(_patterns), [.. _questions], [.. _expressions]);

        private int Number(TextPattern pattern)
        {
            if (!_patternNumbers.TryGetValue(pattern.Source, out var number))
            {
                _patternNumbers[pattern.Source] = number = _patterns.Count;
                _patterns.Add(pattern);
            }

            return number;
        }
    }
}
