using System.Text.Json;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Definitions.Text;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>A text that came from outside and can be stored: JSON, an object, and every string of it can be read.</summary>
/// <param name="Body">As it came, without what only the designer needs.</param>
/// <param name="Root">Its object.</param>
/// <param name="Hash">What it says: <see cref="ContentHash"/>.</param>
internal sealed record StorableText(string Body, JsonElement Root, string Hash)
{
    /// <summary>The definition that the text says it is of; null: it is a new one.</summary>
    public string? DefinitionId => Root.Text("definitionId") is { Length: > 0 } id ? id : null;

    /// <exception cref="InvalidDefinitionException">It is no such text.</exception>
    public static StorableText Read(string json)
    {
        try
        {
            var body = DefinitionText.ForStore(json);
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new StorableText(body, document.RootElement.Clone(), ContentHash.Of(document.RootElement))
                : throw Refused("$", $"expected an object, got {document.RootElement.ValueKind}");
        }
        catch (JsonException e)
        {
            throw Refused($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}", $"not JSON: {e.Message}");
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair, escaped: JSON allows it, but it is no text.
            throw Refused("$", $"has a string that is no text: {e.Message}");
        }
    }

    public static InvalidDefinitionException Refused(string path, string message) => new("The text", [new Diagnostic(DiagnosticSeverity.Fatal, path, message)]);
}
