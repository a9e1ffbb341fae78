using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Facts;

/// <summary>Writes facts as a JSON object that <see cref="Reading.FactValuesReader"/> reads back.</summary>
internal static class FactValuesWriter
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter writer, FactValues facts, IEnumerable<int> slots, bool hidePersonal)
    {
        writer.WriteStartObject();
        foreach (var slot in slots.Where(facts.Known))
        {
            var field = facts.Catalogue.Fields[slot];
            writer.WritePropertyName(field.Name);
            if (hidePersonal && (field.PersonalData || field.Type == FactType.Text))
            {
                WriteHidden(writer, facts, slot);
            }
            else
            {
                WriteValue(writer, field, facts.Number(slot), facts.Reference(slot));
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, FactField field, long number, object? reference)
    {
        switch (field.Type)
        {
            case FactType.Bool:
                writer.WriteBooleanValue(number != 0);
                break;
            case FactType.Int:
                writer.WriteNumberValue(number);
                break;
            case FactType.Decimal:
                writer.WriteNumberValue(ScaledDecimal.Unscale(number));
                break;
            case FactType.Enum:
                writer.WriteStringValue(field.Values[(int)number]);
                break;
            case FactType.Duration:
                writer.WriteStringValue(DurationText.Format(TimeSpan.FromTicks(number)));
                break;
            case FactType.Instant:
                writer.WriteStringValue(new DateTimeOffset(number, TimeSpan.Zero).ToString("O", CultureInfo.InvariantCulture));
                break;
            case FactType.Set:
                WriteMembers(writer, field, number);
                break;
            case FactType.Localized:
                WriteLocalized(writer, (LocalizedText)reference!);
                break;
            default:
                writer.WriteStringValue(TextOf(reference));
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, FactField field, long bits)
    {
        writer.WriteStartArray();
        foreach (var (ordinal, value) in field.Values.Index())
        {
            if ((bits >> ordinal & 1) != 0)
            {
                writer.WriteStringValue(value);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteLocalized(Utf8JsonWriter writer, LocalizedText text)
    {
        writer.WriteStartObject();
        writer.WriteString("ru", text.Ru);
        writer.WriteString("en", text.En);
        writer.WriteEndObject();
    }

    // A person's words stand once, with the interaction; the hash proves which words were judged.
    private static void WriteHidden(Utf8JsonWriter writer, FactValues facts, int slot)
    {
        var text = facts.Reference(slot) is { } reference ? TextOf(reference) : facts.Number(slot).ToString(CultureInfo.InvariantCulture);
        writer.WriteStartObject();
        writer.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        writer.WriteNumber("length", text.Length);
        writer.WriteEndObject();
    }

    private static string TextOf(object? reference) => reference is RussianText prepared ? prepared.Raw : (string)reference!;
}
