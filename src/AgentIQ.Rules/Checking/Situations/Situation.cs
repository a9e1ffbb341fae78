using System.Text;
using System.Text.Json;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Situations;

/// <summary>An example of a finding: facts that were evaluated and do what the finding says.</summary>
/// <param name="Facts">The facts.</param>
internal sealed record Situation(FactValues Facts)
{
    /// <summary>The facts as a JSON object that reads back.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, FactValuesWriter.Options))
        {
            FactValuesWriter.Write(writer, Facts, Enumerable.Range(0, Facts.Catalogue.Fields.Count));
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
