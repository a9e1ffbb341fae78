using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Bench.Rules.ByHand;

/// <summary>Random facts for a set: around the numbers that its rows compare, and now and then nothing.</summary>
internal sealed class RandomFacts
{
    /// <summary>Stands for a number that nobody knows.</summary>
    public const long Unknown = long.MinValue;

    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _sets = new(StringComparer.Ordinal);

    private RandomFacts(CompiledRuleSet set, Random random)
    {
        Values = new FactValues(set.Source.Facts);
        foreach (var field in Fields(set))
        {
            if (random.Next(8) > 0)
            {
                Set(field, set, random);
            }
        }
    }

    /// <summary>The same for the engine.</summary>
    public FactValues Values { get; }

    /// <summary>Makes some; always the same ones.</summary>
    public static IReadOnlyList<RandomFacts> Make(CompiledRuleSet set, int count)
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, count).Select(_ => new RandomFacts(set, random))];
    }

    /// <summary>Whether the set asks about nothing but what can be made up: no words, no moments.</summary>
    public static bool Suit(CompiledRuleSet set) => Fields(set).All(field => field.Type is FactType.Enum or FactType.Int or FactType.Decimal or FactType.Bool or FactType.Set or FactType.String);

    /// <summary>A number, or <see cref="Unknown"/>; true is 1, a decimal is in millionths.</summary>
    public long Number(string field) => _numbers.GetValueOrDefault(field, Unknown);

    /// <summary>The member of an enum; its first member stands for nobody knows.</summary>
    public T Member<T>(string field)
        where T : struct, Enum => _members.TryGetValue(field, out var member) ? Parse<T>(member) : default;

    /// <summary>The members of a set as flags; none when nobody knows.</summary>
    public T Members<T>(string field)
        where T : struct, Enum => _sets.GetValueOrDefault(field, []) is { Length: > 0 } members ? Parse<T>(string.Join(',', members)) : default;

    private static IEnumerable<FactField> Fields(CompiledRuleSet set) => set.Source.Tables.SelectMany(table => table.Rows).SelectMany(row => row.When.Questions())
        .Where(question => question.Reference.Source == ValueSource.Fact).Select(question => question.Reference.Field).DistinctBy(field => field.Name);

    private static T Parse<T>(string words)
        where T : struct, Enum => Enum.Parse<T>(words.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private void Set(FactField field, CompiledRuleSet set, Random random)
    {
        switch (field.Type)
        {
            case FactType.Enum:
                Values.Set(field.Name, _members[field.Name] = field.Values[random.Next(field.Values.Count)]);
                break;
            case FactType.Set:
                Values.Set(field.Name, _sets[field.Name] = [.. field.Values.Where(_ => random.Next(field.Values.Count) == 0)]);
                break;
            case FactType.Bool:
                Values.Set(field.Name, (_numbers[field.Name] = random.Next(2)) == 1);
                break;
            case FactType.String:
                Values.Set(field.Name, $"{random.Next(5)}");
                break;
            default:
                SetNumber(field, set.CutPoints(field.Name), random);
                break;
        }
    }

    private void SetNumber(FactField field, IReadOnlyList<long> cuts, Random random)
    {
        var scale = field.Type == FactType.Decimal ? 1_000_000 : 1;
        var number = (cuts.Count == 0 ? 0 : cuts[random.Next(cuts.Count)]) + random.Next(-1, 2);
        if (number >= (field.Minimum ?? long.MinValue / scale) * scale && number <= (field.Maximum ?? long.MaxValue / scale) * scale)
        {
            _numbers[field.Name] = number;
            if (scale == 1)
            {
                Values.Set(field.Name, number);
            }
            else
            {
                Values.Set(field.Name, (decimal)number / scale);
            }
        }
    }
}
