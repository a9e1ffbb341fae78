using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentIQ.Workflows.Studio.Answers;

/// <summary>Text that is JSON already and goes out letter by letter: numbers, order and unknown properties stay as they were saved.</summary>
/// <param name="Text">The JSON.</param>
[JsonConverter(typeof(RawJsonConverter))]
internal sealed record RawJson(string Text);

/// <summary>Writes <see cref="RawJson"/>.</summary>
internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new RawJson(document.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => writer.WriteRawValue(value.Text, skipInputValidation: true);
}
