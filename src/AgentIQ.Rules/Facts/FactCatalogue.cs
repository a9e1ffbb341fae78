using System.Collections.Frozen;

namespace AgentIQ.Rules.Facts;

/// <summary>Every field that a condition may ask about, each with a slot number. Immutable.</summary>
public sealed class FactCatalogue
{
    private readonly FrozenDictionary<string, int> _slots;

    /// <summary>Makes a catalogue of these fields.</summary>
    /// <exception cref="ArgumentException">Two fields have one name.</exception>
    public FactCatalogue(IEnumerable<FactField> fields)
    {
        Fields = [.. fields];
        var twice = Fields.GroupBy(field => field.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"Fact catalogue: expected every field once, came '{twice.Key}' {twice.Count()} times; rename one of them.", nameof(fields));
        }

        _slots = Fields.Index().ToFrozenDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);
    }

    /// <summary>The fields; a field's place here is its slot.</summary>
    public IReadOnlyList<FactField> Fields { get; }

    /// <summary>The catalogue of all layers: what each of them declares, in the given order.</summary>
    /// <exception cref="ArgumentException">Two of them declare one name.</exception>
    public static FactCatalogue Of(params IEnumerable<IFactSource> sources) => new(sources.SelectMany(source => source.Fields));

    /// <summary>Reads the form of a layer's <c>facts.json</c>.</summary>
    /// <exception cref="Reading.RuleSetException">The document is broken; every fault with its JSON path.</exception>
    public static FactCatalogue Load(string json, string fileName = "facts.json") => FactCatalogueReader.Read(json, fileName);

    /// <summary>The slot of a field, or -1.</summary>
    public int SlotOf(string name) => _slots.GetValueOrDefault(name, -1);

    /// <summary>The slot of a field that must exist.</summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    internal int Require(string name) => SlotOf(name) is var slot and >= 0
        ? slot
        : throw new ArgumentException($"Expected a field of the catalogue, came '{name}'; known: {string.Join(", ", Fields.Select(field => field.Name))}.", nameof(name));
}
