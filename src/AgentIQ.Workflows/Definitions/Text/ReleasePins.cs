using System.Globalization;
using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Text;

/// <summary>
/// Definitions of a release use each other in the versions that the same release brings. Which numbers these have differs from one
/// database to the next, as it depends on the releases that were there before; so the uses are bound when a release is imported.
/// </summary>
internal static class ReleasePins
{
    /// <summary>The text with version and version id of every use of a definition that <paramref name="versions"/> knows, by definition id.</summary>
    public static string Bind(string body, IReadOnlyDictionary<string, StoredVersion> versions)
    {
        JsonEditor editor;
        try
        {
            editor = new JsonEditor(body);
        }
        catch (JsonException)
        {
            // Compiling says where it is broken.
            return body;
        }

        using (editor)
        {
            Bind(editor, editor.Root, versions);
            return editor.Apply();
        }
    }

    private static void Bind(JsonEditor editor, JsonElement at, IReadOnlyDictionary<string, StoredVersion> versions)
    {
        if (at.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in at.EnumerateArray())
            {
                Bind(editor, item, versions);
            }
        }
        else if (at.ValueKind == JsonValueKind.Object)
        {
            if (at.IsActivity() && at.Text("workflowDefinitionId") is { } id && versions.TryGetValue(id, out var used))
            {
                editor.Set(at, "version", used.Version.ToString(CultureInfo.InvariantCulture));
                editor.Set(at, "workflowDefinitionVersionId", JsonEditor.Quote(used.VersionId));
            }

            foreach (var property in at.EnumerateObject())
            {
                Bind(editor, property.Value, versions);
            }
        }
    }
}
