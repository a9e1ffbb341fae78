using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgentIQ.Ingestion;

/// <summary>
/// Why something did not work, kept as a code with arguments so that it can be shown in the reader's language.
/// </summary>
/// <param name="Code">One of <see cref="ReasonCodes"/>.</param>
/// <param name="Arguments">Values for the places in the text, such as <c>seconds</c>; never a secret.</param>
public sealed record Reason(string Code, IReadOnlyDictionary<string, string> Arguments)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A reason with its arguments.</summary>
    public static Reason Of(string code, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            values[name] = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        }

        return new Reason(code, values);
    }

    /// <summary>What happened and what to do, in plain words.</summary>
    public string Text(Language language) => ReasonTexts.Render(this, language);

    /// <summary>As it is kept in a row.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote; null for null.</summary>
    public static Reason? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize<Reason>(json, Json);

    /// <summary>The English text, for logs.</summary>
    public override string ToString() => Text(Language.English);
}
