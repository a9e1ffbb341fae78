using System.Text.Json;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Definitions.Text;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>A text that is to be stored, read once.</summary>
internal sealed record DraftText(
    string DefinitionId, string Body, string Hash, string? Name, string? Description, string? ToolVersion, bool IsSystem, string Activation, string[] TriggerNames,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    private const int MaxId = 200;

    public bool HasErrors => Diagnostics.Any(d => d.Severity >= DiagnosticSeverity.Error);

    /// <param name="json">The text as it came.</param>
    /// <param name="definitionId">Its definition; null: the text says.</param>
    /// <param name="newId">Gives an id to a definition that has none.</param>
    /// <param name="compiler">Compiles it.</param>
    /// <param name="activities">Workflows that it may use as activities.</param>
    /// <exception cref="InvalidDefinitionException">It is no definition at all.</exception>
    public static DraftText Read(string json, string? definitionId, Func<string> newId, DefinitionCompiler compiler, IWorkflowActivities activities)
    {
        var (body, root) = Parse(json);
        var id = definitionId ?? root.Text("definitionId") ?? string.Empty;
        id = id.Length == 0 ? newId() : id;
        if (id.Length > MaxId || id.Trim().Length != id.Length || id.Any(char.IsControl))
        {
            throw Refused("definitionId", $"expected an id of at most {MaxId} characters without blanks around it or control characters, got '{(id.Length > MaxId ? id[..MaxId] + "…" : id)}'");
        }

        var flow = root.Get("root") ?? default;
        if (flow.List("connections").Any() && !flow.List("activities").Any())
        {
            throw Refused("root.activities", "is empty, but root.connections is not: the page seems to have lost its activities. Reload it; nothing was saved");
        }

        var compiled = compiler.Compile(body, new VersionIdentity(string.Empty, 1, id), activities);
        return compiled.Workflow is { } workflow
            ? new DraftText(
                id, body, ContentHash.Of(root), workflow.Name, root.Text("description"), root.Text("toolVersion"), root.Flag("isSystem"), workflow.Activation.ToString(),
                [.. workflow.Triggers.Keys], compiled.Diagnostics)
            : throw new InvalidDefinitionException("The text", compiled.Diagnostics);
    }

    private static (string Body, JsonElement Root) Parse(string json)
    {
        try
        {
            var body = DefinitionText.ForStore(json);
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (body, document.RootElement.Clone())
                : throw Refused("$", $"expected an object, got {document.RootElement.ValueKind}");
        }
        catch (JsonException e)
        {
            throw Refused($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}", $"not JSON: {e.Message}");
        }
    }

    private static InvalidDefinitionException Refused(string path, string message) => new("The text", [new Diagnostic(DiagnosticSeverity.Fatal, path, message)]);
}
