using System.Globalization;
using System.Text.Json;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Definitions.Text;

/// <summary>
/// What is handed out of a stored text: the text itself, with what belongs to the server written over it. The stored text stays as it was saved.
/// </summary>
internal sealed class DefinitionText(ActivityRegistry registry)
{
    private const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    /// <summary>The designer cannot take null for these (elsa-studio-contract 0, rule 10).</summary>
    private static readonly (string Name, string Empty)[] NeverNull =
        [("variables", "[]"), ("inputs", "[]"), ("outputs", "[]"), ("outcomes", "[]"), ("customProperties", "{}"), ("options", "{}")];

    /// <summary>
    /// For the designer: the envelope, node ids, no null collections, activities of an unknown type as placeholders and activities of
    /// an unknown version as the newest version of their type.
    /// </summary>
    /// <param name="body">The stored text.</param>
    /// <param name="envelope">The version.</param>
    /// <param name="links">JSON of the permissions that the page gets; null: leaves them out.</param>
    /// <param name="revision">The state that the page is given.</param>
    /// <param name="activities">The workflows that the definition uses as activities.</param>
    public string ForDesigner(string body, DefinitionEnvelope envelope, string? links, DefinitionRevision revision, IWorkflowActivities activities)
    {
        using var editor = new JsonEditor(body);
        var root = editor.Root;
        if (links is not null || root.TryGetProperty("links", out _))
        {
            editor.Set(root, "links", links ?? "[]");
        }

        foreach (var (name, empty) in NeverNull)
        {
            if (root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null)
            {
                editor.Replace(value, empty);
            }
        }

        Write(editor, revision);
        Write(editor, envelope);
        if (root.Get("root") is { } activity && activity.IsActivity())
        {
            new Placeholders(registry, new WorkflowUseReader(registry, activities, envelope.DefinitionId, []), editor).PutIn(activity, DefinitionCompiler.WorkflowNodeId);
        }

        return editor.Apply();
    }

    /// <summary>An activity of a text that was made for the designer; null when there is none of that node id.</summary>
    /// <param name="forDesigner">The text.</param>
    /// <param name="definitionId">Its definition.</param>
    /// <param name="nodeId">The activity's node id; null: the root.</param>
    /// <param name="activities">The workflows that the definition uses as activities.</param>
    public WorkflowGraphNode? FindNode(string forDesigner, string definitionId, string? nodeId, IWorkflowActivities activities)
    {
        using var document = JsonDocument.Parse(forDesigner);
        return new GraphSearch(registry, new WorkflowUseReader(registry, activities, definitionId, [])).Find(document.RootElement.Clone(), nodeId);
    }

    /// <summary>For a file: the stored text with the envelope, and the schema by which the designer knows it again.</summary>
    public string ForExport(string body, DefinitionEnvelope envelope)
    {
        using var editor = new JsonEditor(body);
        if (!editor.Root.TryGetProperty("$schema", out _))
        {
            editor.Set(editor.Root, "$schema", JsonEditor.Quote(Schema));
        }

        Write(editor, envelope);
        return editor.Apply();
    }

    /// <summary>For storing: the text as it came, with the originals where the designer had placeholders, and without the state that it was given.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static string ForStore(string json) => WithoutRevision(WithOriginals(json));

    private static string WithoutRevision(string json)
    {
        if (!json.Contains(DefinitionRevision.PropertyName, StringComparison.Ordinal))
        {
            return json;
        }

        using var editor = new JsonEditor(json);
        if (editor.Root.Get("customProperties") is not { ValueKind: JsonValueKind.Object } properties || !editor.Remove(properties, DefinitionRevision.PropertyName))
        {
            return json;
        }

        // Once more: a property may be there twice.
        return WithoutRevision(editor.Apply());
    }

    private static string WithOriginals(string json)
    {
        if (!json.Contains(Placeholders.OriginalProperty, StringComparison.Ordinal))
        {
            return json;
        }

        using var editor = new JsonEditor(json);
        Placeholders.TakeOut(editor, editor.Root);
        return editor.Apply();
    }

    private static void Write(JsonEditor editor, DefinitionRevision revision)
    {
        var text = JsonEditor.Quote(revision.ToString());
        var properties = editor.Root.TryGetProperty("customProperties", out var given) ? given.ValueKind : JsonValueKind.Undefined;
        if (properties == JsonValueKind.Object)
        {
            editor.Set(given, DefinitionRevision.PropertyName, text);
        }
        else if (properties is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            editor.Set(editor.Root, "customProperties", $$"""{"{{DefinitionRevision.PropertyName}}":{{text}}}""");
        }
    }

    private static void Write(JsonEditor editor, DefinitionEnvelope envelope)
    {
        var root = editor.Root;
        editor.Set(root, "id", JsonEditor.Quote(envelope.VersionId));
        editor.Set(root, "definitionId", JsonEditor.Quote(envelope.DefinitionId));
        editor.Set(root, "version", envelope.Version.ToString(CultureInfo.InvariantCulture));
        editor.Set(root, "createdAt", JsonSerializer.Serialize(envelope.CreatedAt, WorkflowJson.Options));
        editor.Set(root, "isLatest", envelope.IsLatest ? "true" : "false");
        editor.Set(root, "isPublished", envelope.IsPublished ? "true" : "false");
        editor.Set(root, "isReadonly", envelope.IsReadonly ? "true" : "false");
    }
}
