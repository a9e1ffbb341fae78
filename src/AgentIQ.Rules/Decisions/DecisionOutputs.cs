using System.Text;
using System.Text.Json;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Decisions;

/// <summary>The outputs of a decision or of one row. Immutable. An output that has no value reads as null.</summary>
public sealed class DecisionOutputs
{
    private readonly FactValues _values;

    internal DecisionOutputs(FactValues values) => _values = values;

    internal FactCatalogue Catalogue => _values.Catalogue;

    internal FactValues Values => _values;

    /// <summary>An enum's value or a string.</summary>
    /// <exception cref="ArgumentException">The set has no such output.</exception>
    public string? Text(string name) => Slot(name) is { } slot
        ? _values.Reference(slot) as string ?? Member(slot)
        : null;

    /// <summary>A whole number.</summary>
    /// <exception cref="ArgumentException">The set has no such output.</exception>
    public int? Integer(string name) => Slot(name) is { } slot ? checked((int)_values.Number(slot)) : null;

    /// <summary>A decimal.</summary>
    /// <exception cref="ArgumentException">The set has no such output.</exception>
    public decimal? Number(string name) => Slot(name) is { } slot ? ScaledDecimal.Unscale(_values.Number(slot)) : null;

    /// <summary>True or false; false when there is no value.</summary>
    /// <exception cref="ArgumentException">The set has no such output.</exception>
    public bool Flag(string name) => Slot(name) is { } slot && _values.Number(slot) != 0;

    /// <summary>The members of a set; none when there is no value.</summary>
    /// <exception cref="ArgumentException">The set has no such output.</exception>
    public IReadOnlyList<string> Set(string name) => Slot(name) is { } slot
        ? [.. Catalogue.Fields[slot].Values.Where((_, ordinal) => (_values.Number(slot) >> ordinal & 1) != 0)]
        : [];

    /// <summary>A length of time.</summary>
    /// <exception cref="ArgumentException">The set has no such output.</exception>
    public TimeSpan? Duration(string name) => Slot(name) is { } slot ? TimeSpan.FromTicks(_values.Number(slot)) : null;

    /// <summary>A sentence in both languages.</summary>
    /// <exception cref="ArgumentException">The set has no such output.</exception>
    public LocalizedText? Localized(string name) => Slot(name) is { } slot ? _values.Reference(slot) as LocalizedText : null;

    /// <summary>The outputs as a JSON object, Cyrillic as it is.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, FactValuesWriter.Options))
        {
            FactValuesWriter.Write(writer, _values, Enumerable.Range(0, Catalogue.Fields.Count));
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    internal static DecisionOutputs Of(FactCatalogue catalogue, IEnumerable<OutputValue> given)
    {
        var said = new FactValues(catalogue);
        foreach (var value in given)
        {
            said.Put(value.Slot, value.Number, value.Reference);
        }

        return new DecisionOutputs(said);
    }

    /// <summary>Whether both say the same; outputs of other names or types never do.</summary>
    internal bool Same(DecisionOutputs other) => ToJson() == other.ToJson();

    internal bool Says(OutputValue expected) =>
        _values.Known(expected.Slot) && _values.Number(expected.Slot) == expected.Number && Equals(_values.Reference(expected.Slot), expected.Reference);

    /// <summary>Sets the facts of the same name and type.</summary>
    internal void CopyTo(FactValues facts)
    {
        foreach (var (slot, field) in Catalogue.Fields.Index())
        {
            var there = facts.Catalogue.SlotOf(field.Name);
            if (there < 0 || facts.Catalogue.Fields[there].Type != field.Type)
            {
                continue;
            }

            if (!_values.Known(slot))
            {
                facts.Forget(there);
            }
            else if (field.Type == FactType.Enum)
            {
                facts.Set(field.Name, Member(slot));
            }
            else if (field.Type == FactType.Set)
            {
                facts.Set(field.Name, Set(field.Name));
            }
            else
            {
                facts.Put(there, _values.Number(slot), _values.Reference(slot));
            }
        }
    }

    private int? Slot(string name) => Catalogue.Require(name) is var slot && _values.Known(slot) ? slot : null;

    private string? Member(int slot) =>
        Catalogue.Fields[slot].Type == FactType.Enum ? Catalogue.Fields[slot].Values[(int)_values.Number(slot)] : null;
}
