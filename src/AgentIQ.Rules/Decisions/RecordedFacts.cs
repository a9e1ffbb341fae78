using System.Text;
using System.Text.Json;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Decisions;

/// <summary>The facts of a decision as the log keeps them: everything that was known, people's words by their hash.</summary>
/// <param name="Json">The facts as a JSON object.</param>
/// <param name="Texts">The words by their SHA-256.</param>
internal sealed record RecordedFacts(string Json, IReadOnlyDictionary<string, string> Texts)
{
    public static RecordedFacts Of(FactValues facts)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, FactValuesWriter.Options))
        {
            FactValuesWriter.Write(writer, facts, Enumerable.Range(0, facts.Catalogue.Fields.Count), texts);
        }

        return new RecordedFacts(Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length)), texts);
    }
}
