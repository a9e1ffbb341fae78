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

    /// <summary>Writes the facts.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="slots">Which of them; unknown ones are left out.</param>
    /// <param name="hidden">Takes the words of people by their hash, and only the hash is written; null writes them as they are.</param>
    public static void Write(Utf8JsonWriter writer, FactValues facts, IEnumerable<int> slots, IDictionary<string, string>? hidden = null)
    {
        writer.WriteStartObject();
        foreach (var slot in slots.Where(facts.Known))
        {
            var field = facts.Catalogue.Fields[slot];
            writer.WritePropertyName(field.Name);
            if (hidden is not null && IsHidden(field))
            {
                WriteHidden(writer, facts, slot, hidden);
            }
            else
            {
                WriteValue(writer, field, facts.Number(slot), facts.Reference(slot));
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>One value as JSON; <c>null</c> when it is not known.</summary>
    public static string ToJson(FactValues facts, int slot)
    {
        if (!facts.Known(slot))
        {
            return "null";
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            WriteValue(writer, facts.Catalogue.Fields[slot], facts.Number(slot), facts.Reference(slot));
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public static void WriteValue(Utf8JsonWriter writer, FactField field, long number, object? reference)
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

    /// <summary>Whether a value is somebody's words, of which the log keeps the hash alone.</summary>
    public static bool IsHidden(FactField field) => field.Type == FactType.Text || (field.PersonalData && field.Type == FactType.String);

    // The hash proves which words were judged; the words stand apart, where they can be erased.
    private static void WriteHidden(Utf8JsonWriter writer, FactValues facts, int slot, IDictionary<string, string> hidden)
    {
        var text = TextOf(facts.Reference(slot));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        hidden[hash] = text;
        writer.WriteStartObject();
        writer.WriteString("sha256", hash);
        writer.WriteNumber("length", text.Length);
        writer.WriteEndObject();
    }

    private static string TextOf(object? reference) => reference is RussianText prepared ? prepared.Raw : (string)reference!;
}
