using System.Text.Json;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;

namespace AgentIQ.Rules.Tables;

/// <summary>Reads the outputs that a set declares, and the values that rows, defaults and examples give them.</summary>
internal static class OutputReader
{
    private static readonly IReadOnlyDictionary<string, Merge> Merges = new Dictionary<string, Merge>(StringComparer.Ordinal)
    {
        ["first"] = Merge.First,
        ["last"] = Merge.Last,
        ["max"] = Merge.Maximum,
        ["min"] = Merge.Minimum,
        ["union"] = Merge.Union,
        ["any"] = Merge.Any,
        ["all"] = Merge.All,
    };

    public static IReadOnlyList<OutputField> ReadDeclarations(JsonPlace root)
    {
        List<OutputField> outputs = [];
        foreach (var place in root.List("outputs", required: true, "declare what the set decides"))
        {
            if (!place.IsObject("name", "type", "values", "min", "max", "merge", "description", "title", "labels", "unit"))
            {
                continue;
            }

            var merge = EnumReader.Read(place, "merge", Merges, required: false);
            if (FieldReader.Read(place, describe: place.TryGet("description", out _)) is not { } field)
            {
                continue;
            }

            if (field.Type == FactType.Text)
            {
                place.Fault("an output type", "a text is a fact of a person; use string or localized");
            }

            if (merge is { } chosen && !Suits(chosen, field.Type))
            {
                place.Reader.Report($"{place.Path}.merge", $"expected a merge that suits {field.Type}, came {chosen}; max and min are for numbers and enums, union for sets, any and all for bool");
            }

            outputs.Add(new OutputField(outputs.Count, field, merge));
        }

        return outputs;
    }

    /// <summary>Reads <c>{ "output": value }</c>.</summary>
    public static IReadOnlyList<OutputValue> ReadValues(JsonPlace place, FactCatalogue outputs)
    {
        if (place.Kind != JsonValueKind.Object)
        {
            place.Fault("an object of outputs", $"write {{ \"{outputs.Fields[0].Name}\": ... }}");
            return [];
        }

        List<OutputValue> values = [];
        foreach (var (name, value) in place.Members())
        {
            var slot = outputs.SlotOf(name);
            if (slot < 0)
            {
                value.Reader.Report(value.Path, $"expected an output of the set ({string.Join(", ", outputs.Fields.Select(field => field.Name))}), came {name}; declare it under outputs");
            }
            else if (Read(outputs.Fields[slot], slot, value) is { } read)
            {
                values.Add(read);
            }
        }

        return values;
    }

    private static OutputValue? Read(FactField field, int slot, JsonPlace place) => field.Type switch
    {
        FactType.String => place.Text("write it in quotation marks") is { } text ? new OutputValue(slot, 0, text) : null,
        FactType.Localized => new OutputValue(slot, 0, LocalizedTextReader.Read(place)),
        FactType.Set => FactValueReader.Members(field, place) is { } bits ? new OutputValue(slot, bits, null) : null,
        _ => FactValueReader.Number(field, place) is { } number ? new OutputValue(slot, number, null) : null,
    };

    private static bool Suits(Merge merge, FactType type) => merge switch
    {
        Merge.Maximum or Merge.Minimum => type is FactType.Enum or FactType.Int or FactType.Decimal or FactType.Duration or FactType.Instant,
        Merge.Union => type == FactType.Set,
        Merge.Any or Merge.All => type == FactType.Bool,
        _ => true,
    };
}
