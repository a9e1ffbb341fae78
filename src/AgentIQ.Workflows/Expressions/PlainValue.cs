using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Expressions;

/// <summary>
/// The values that a workflow may hold: null, bool, int, long, double, decimal, string, Guid, DateTimeOffset, TimeSpan,
/// and <see cref="JsonObject"/> or <see cref="JsonArray"/> for everything with a structure.
/// </summary>
internal static class PlainValue
{
    /// <summary>Brings any value into the plain form. Objects are taken as JSON says them.</summary>
    public static object? From(object? value) => value switch
    {
        null => null,
        bool or int or long or double or decimal or string or Guid or DateTimeOffset or TimeSpan or JsonObject or JsonArray => value,
        JsonElement element => FromElement(element),
        JsonValue node => FromElement(node.Deserialize<JsonElement>()),
        short or byte or sbyte or ushort => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        uint number => (long)number,
        float number => (double)number,
        DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, time.Kind == DateTimeKind.Unspecified ? DateTimeKind.Utc : time.Kind)),
        Enum name => name.ToString(),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), WorkflowJson.Options),
    };

    public static object? FromElement(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => Number(element),
        JsonValueKind.Array => JsonArray.Create(element.Clone()),
        _ => JsonObject.Create(element.Clone()),
    };

    /// <summary>The value as a JSON node that belongs to nobody yet.</summary>
    public static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        TimeSpan span => JsonValue.Create(span.ToString("c", CultureInfo.InvariantCulture)),
        double number when !double.IsFinite(number) => null,
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), WorkflowJson.Options),
    };

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number when !double.IsFinite(number): writer.WriteNullValue(); break;
            case double number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case string text: writer.WriteStringValue(text); break;
            case Guid id: writer.WriteStringValue(id); break;
            case DateTimeOffset time: writer.WriteStringValue(time); break;
            case TimeSpan span: writer.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture)); break;
            case JsonNode node: node.WriteTo(writer, WorkflowJson.Options); break;
            default: JsonSerializer.Serialize(writer, value, value.GetType(), WorkflowJson.Options); break;
        }
    }

    private static object Number(JsonElement element)
    {
        if (element.TryGetInt32(out var small))
        {
            return small;
        }

        return element.TryGetInt64(out var large) ? large : element.GetDouble();
    }
}
