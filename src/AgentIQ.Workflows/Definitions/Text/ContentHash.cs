using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Text;

/// <summary>
/// Tells whether two texts say the same: a SHA-256 over everything that their author wrote. White space, and what the server writes
/// over a text when it hands it out (envelope, node ids, null collections), do not count.
/// </summary>
internal static class ContentHash
{
    private static readonly HashSet<string> Envelope = new(StringComparer.Ordinal)
    {
        "$schema", "id", "definitionId", "version", "createdAt", "isLatest", "isPublished", "isReadonly", "links", "providerName", "materializerName", "toolVersion",
    };

    public static string Of(JsonElement definition)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            foreach (var property in definition.EnumerateObject())
            {
                if (!Envelope.Contains(property.Name) && !IsEmpty(property.Value))
                {
                    Write(writer, property);
                }
            }

            writer.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter writer, JsonProperty property)
    {
        writer.WritePropertyName(property.Name);
        Write(writer, property.Value);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    if (!property.NameEquals("nodeId"))
                    {
                        Write(writer, property);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.GetString());
                break;
            default:
                writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
                break;
        }
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => value.GetPropertyCount() == 0,
        _ => false,
    };
}
