using System.Text.Json;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Reading;

/// <summary>Reads <c>{ "fact": value }</c>. Null and a missing name both mean unknown.</summary>
internal static class FactValuesReader
{
    public static void Read(JsonPlace place, FactValues into)
    {
        if (place.Kind != JsonValueKind.Object)
        {
            place.Fault("an object of facts", "write { \"fact\": value }");
            return;
        }

        foreach (var (name, value) in place.Members())
        {
            var slot = into.Catalogue.SlotOf(name);
            if (slot < 0)
            {
                value.Reader.Report(value.Path, $"expected a fact of the catalogue, came {name}; known: {string.Join(", ", into.Catalogue.Fields.Select(field => field.Name))}");
            }
            else if (value.Kind != JsonValueKind.Null)
            {
                ReadOne(into.Catalogue.Fields[slot], slot, value, into);
            }
        }
    }

    private static void ReadOne(FactField field, int slot, JsonPlace value, FactValues into)
    {
        if (field.Type is FactType.Text or FactType.String)
        {
            // An empty text is a value: a review may have no words.
            if (value.Kind == JsonValueKind.String)
            {
                var text = value.Value.GetString()!;
                into.Put(slot, 0, field.Type == FactType.Text ? RussianText.Prepare(text) : text);
            }
            else
            {
                value.Fault("a text", "write it in quotation marks");
            }

            return;
        }

        var number = field.Type == FactType.Set ? FactValueReader.Members(field, value) : FactValueReader.Number(field, value);
        if (number is { } known)
        {
            into.Put(slot, known, null);
        }
    }
}
