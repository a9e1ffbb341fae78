using System.Text.Json;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Reading;

/// <summary>Reads the declaration of a field, which a fact and an output have in common.</summary>
internal static class FieldReader
{
    public static readonly IReadOnlyDictionary<string, FactType> Types = new Dictionary<string, FactType>(StringComparer.Ordinal)
    {
        ["text"] = FactType.Text,
        ["string"] = FactType.String,
        ["enum"] = FactType.Enum,
        ["int"] = FactType.Int,
        ["decimal"] = FactType.Decimal,
        ["bool"] = FactType.Bool,
        ["set"] = FactType.Set,
        ["duration"] = FactType.Duration,
        ["instant"] = FactType.Instant,
        ["localized"] = FactType.Localized,
    };

    public static FactField? Read(JsonPlace place, bool describe)
    {
        var name = place.RequiredText("name", "write a name in snake_case");
        var type = EnumReader.Read(place, "type", Types, required: true);
        List<string> values = [.. place.List("values", required: type is FactType.Enum or FactType.Set, "list the values from mild to severe")
            .Select(item => item.Text("write a value in snake_case") ?? "")];
        var minimum = Number(place, "min");
        var maximum = Number(place, "max");
        var title = place.TryGet("title", out _) ? LocalizedTextReader.Read(place, "title") : null;
        var unit = place.TryGet("unit", out _) ? LocalizedTextReader.Read(place, "unit") : null;
        var where = place.TryGet("where", out _) ? LocalizedTextReader.Read(place, "where") : null;
        var labels = Labels(place, type == FactType.Bool ? ["true", "false"] : values);
        var description = describe ? LocalizedTextReader.Read(place, "description") : LocalizedText.Empty;
        if (name is null || type is null || place.Reader.HasFaults)
        {
            return null;
        }

        try
        {
            return new FactField(name, type.Value, values)
            {
                Minimum = minimum,
                Maximum = maximum,
                Nullable = place.Flag("nullable", false),
                PersonalData = place.Flag("personalData", false),
                Description = description,
                Title = title!,
                Labels = labels,
                Unit = unit,
                Where = where,
            };
        }
        catch (ArgumentException exception)
        {
            place.Reader.Report(place.Path, exception.Message);
            return null;
        }
    }

    private static Dictionary<string, LocalizedText> Labels(JsonPlace parent, List<string> values)
    {
        Dictionary<string, LocalizedText> labels = new(StringComparer.Ordinal);
        if (!parent.TryGet("labels", out var place))
        {
            return labels;
        }

        if (place.Kind != JsonValueKind.Object)
        {
            place.Fault("an object of labels", "write { \"value\": { \"ru\": ..., \"en\": ... } }");
            return labels;
        }

        foreach (var (value, label) in place.Members())
        {
            if (values.Contains(value))
            {
                labels[value] = LocalizedTextReader.Read(label);
            }
            else
            {
                label.Reader.Report(label.Path, $"expected one of {string.Join(", ", values)}, came {value}; rename or remove it");
            }
        }

        return labels;
    }

    private static decimal? Number(JsonPlace parent, string name)
    {
        if (!parent.TryGet(name, out var place))
        {
            return null;
        }

        if (place.Kind == JsonValueKind.Number && place.Value.TryGetDecimal(out var number))
        {
            return number;
        }

        place.Fault("a number", "write it without quotation marks");
        return null;
    }
}
