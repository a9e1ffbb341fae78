using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Activities.Builtin;

namespace AgentIQ.Workflows.Definitions.Text;

/// <summary>
/// Without a descriptor for one activity the designer shows an empty canvas, and a save would empty the definition. So an activity of
/// an unknown type goes out as an <c>Elsa.NotFoundActivity</c> that carries the original text, and comes back as that text
/// (elsa-studio-contract 3.6).
/// </summary>
internal sealed class Placeholders(ActivityRegistry registry, WorkflowUseReader uses, JsonEditor editor)
{
    public const string OriginalProperty = "originalActivityJson";

    /// <summary>Walks an activity and what is inside it: node ids, versions, placeholders.</summary>
    public void PutIn(JsonElement activity, string parentNodeId)
    {
        var nodeId = $"{parentNodeId}:{activity.Text("id")}";
        var type = activity.Text("type")!;
        var version = activity.Number("version") ?? 1;
        var used = uses.Find(activity, parent: null, path: string.Empty)?.Descriptor;
        if ((used ?? registry.Find(type, version)) is not { } descriptor)
        {
            editor.Replace(activity, Placeholder(activity, type, version, nodeId));
            return;
        }

        editor.Set(activity, "nodeId", JsonEditor.Quote(nodeId));
        if (descriptor.TypeName != type)
        {
            // The workflow that it uses was renamed since: the designer must find the descriptor by the type.
            editor.Set(activity, "type", JsonEditor.Quote(descriptor.TypeName));
        }

        if (descriptor.Version != version)
        {
            editor.Set(activity, "version", descriptor.Version.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var child in ActivityPlaces.Inside(activity, descriptor))
        {
            PutIn(child, nodeId);
        }
    }

    /// <summary>Restores every original, however deep. What was moved on the canvas or given a new id as a copy keeps that.</summary>
    public static void TakeOut(JsonEditor editor, JsonElement at)
    {
        switch (at.ValueKind)
        {
            case JsonValueKind.Object when at.Text("type") == MissingActivity.PlaceholderType && at.Text(OriginalProperty) is { } original:
                editor.Replace(at, Restored(at, original));
                break;
            case JsonValueKind.Object:
                foreach (var property in at.EnumerateObject())
                {
                    TakeOut(editor, property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in at.EnumerateArray())
                {
                    TakeOut(editor, item);
                }

                break;
        }
    }

    private static string Restored(JsonElement placeholder, string original)
    {
        JsonEditor editor;
        try
        {
            editor = new JsonEditor(original);
        }
        catch (JsonException)
        {
            // Not something that we handed out: keep the placeholder as it came.
            return placeholder.GetRawText();
        }

        using (editor)
        {
            if (!editor.Root.IsActivity())
            {
                return placeholder.GetRawText();
            }

            if (placeholder.Text("id") is { } id && id != editor.Root.Text("id"))
            {
                editor.Set(editor.Root, "id", JsonEditor.Quote(id));
            }

            if (placeholder.Get("metadata")?.Get("designer") is { } designer && editor.Root.Get("metadata") is { } metadata
                && (metadata.Get("designer") is not { } before || !JsonElement.DeepEquals(before, designer)))
            {
                editor.Set(metadata, "designer", designer.GetRawText());
            }

            return editor.Apply();
        }
    }

    private static string Placeholder(JsonElement activity, string type, int version, string nodeId)
    {
        var metadata = activity.Get("metadata") is { ValueKind: JsonValueKind.Object } given ? JsonObject.Create(given)! : [];
        metadata["displayText"] = $"Not Found: {type}";
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = WorkflowJson.Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteString("id", activity.Text("id"));
            writer.WriteString("nodeId", nodeId);
            writer.WriteString("name", activity.Text("name") ?? activity.Text("id"));
            writer.WriteString("type", MissingActivity.PlaceholderType);
            writer.WriteNumber("version", 1);
            writer.WritePropertyName("customProperties");
            (activity.Get("customProperties") is { ValueKind: JsonValueKind.Object } custom ? JsonObject.Create(custom)! : []).WriteTo(writer, WorkflowJson.Options);
            writer.WritePropertyName("metadata");
            metadata.WriteTo(writer, WorkflowJson.Options);
            writer.WriteString("missingTypeName", type);
            writer.WriteNumber("missingTypeVersion", version);
            writer.WriteString(OriginalProperty, activity.GetRawText());
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
