using System.Collections.Frozen;

namespace AgentIQ.Rules.Facts;

/// <summary>One field of a catalogue: what it is called, what it may hold and what it means.</summary>
public sealed class FactField
{
    /// <summary>The largest number of values of a <see cref="FactType.Set"/>: it is kept as 64 bits.</summary>
    public const int MaximumSetValues = 64;

    private readonly FrozenDictionary<string, int> _ordinals;

    /// <summary>Declares a field.</summary>
    /// <param name="name">The name that conditions use, in snake_case.</param>
    /// <param name="type">The kind of value.</param>
    /// <param name="values">The closed list of an enum or a set, from mild to severe; empty for other types.</param>
    /// <exception cref="ArgumentException">The list does not suit the type.</exception>
    public FactField(string name, FactType type, params IReadOnlyList<string> values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var closed = type is FactType.Enum or FactType.Set;
        if (closed != values.Count > 0)
        {
            throw new ArgumentException($"Field '{name}': expected a list of values for enum and set and none for other types, came {values.Count} for {type}.", nameof(values));
        }

        if (type == FactType.Set && values.Count > MaximumSetValues)
        {
            throw new ArgumentException($"Field '{name}': expected at most {MaximumSetValues} values for a set, came {values.Count}.", nameof(values));
        }

        if (values.Distinct(StringComparer.Ordinal).Count() != values.Count)
        {
            throw new ArgumentException($"Field '{name}': expected different values, came one of them twice.", nameof(values));
        }

        Name = name;
        Type = type;
        Values = values;
        _ordinals = values.Index().ToFrozenDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
    }

    /// <summary>The name that conditions use.</summary>
    public string Name { get; }

    /// <summary>The kind of value.</summary>
    public FactType Type { get; }

    /// <summary>The closed list of an enum or a set, from mild to severe; empty for other types.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The least number that makes sense, for int and decimal; none by default.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The greatest number that makes sense, for int and decimal; none by default.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Whether the field has no value in ordinary cases (a question has no rating). Default false.</summary>
    public bool Nullable { get; init; }

    /// <summary>Whether the value is personal data, so that the decision log keeps its hash only. Default false.</summary>
    public bool PersonalData { get; init; }

    /// <summary>What the field means, for the author of a rule.</summary>
    public LocalizedText Description { get; init; } = LocalizedText.Empty;

    /// <summary>What people call the field, as a column's head and in sentences: «оценка». The name by default.</summary>
    public LocalizedText Title
    {
        get => field ?? new LocalizedText(Name, Name);
        init => field = value;
    }

    /// <summary>
    /// Where a sentence finds the words of a text or the members of a set: «в сообщении покупателя», «среди опасных признаков».
    /// Null by default; sentences then begin with the title, because Russian would want it in another case.
    /// </summary>
    public LocalizedText? Where { get; init; }

    /// <summary>
    /// What people call the values of an enum or a set, and <c>true</c> and <c>false</c> of a bool. A value that is missing here is
    /// shown as it is, a bool as yes or no.
    /// </summary>
    public IReadOnlyDictionary<string, LocalizedText> Labels { get; init; } = FrozenDictionary<string, LocalizedText>.Empty;

    /// <summary>What a number counts, such as minutes; null when it counts nothing in particular.</summary>
    public LocalizedText? Unit { get; init; }

    /// <summary>What people call a value of an enum or a set.</summary>
    public LocalizedText LabelOf(string value) => Labels.GetValueOrDefault(value) ?? new LocalizedText(value, value);

    /// <summary>The place of a value in <see cref="Values"/>, or -1.</summary>
    public int OrdinalOf(string value) => _ordinals.GetValueOrDefault(value, -1);

    /// <summary>Whether values are kept as one 64-bit number (everything but texts and strings).</summary>
    internal bool IsNumber => Type is not (FactType.Text or FactType.String or FactType.Localized);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Type}";
}
