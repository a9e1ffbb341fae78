using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>A definition that a release ships.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Body">Its text.</param>
/// <param name="DefinitionId">Its id; null: the text has none, and is refused when it is compiled.</param>
/// <param name="Uses">Ids of the definitions that it uses as activities.</param>
internal sealed record PlatformFile(string Path, string Body, string? DefinitionId, IReadOnlyList<string> Uses);

/// <summary>Reads the definitions that a release ships, in an order in which what is used as an activity comes before what uses it.</summary>
internal static class PlatformFiles
{
    public static async Task<IReadOnlyList<PlatformFile>> ReadAsync(string folder, ActivityRegistry registry, CancellationToken ct)
    {
        var files = new List<PlatformFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var body = await File.ReadAllTextAsync(path, ct);
            files.Add(new PlatformFile(path, body, DefinitionIdOf(body), [.. WorkflowUses.In(body, registry).Select(u => u.DefinitionId).OfType<string>()]));
        }

        return UsedFirst(files);
    }

    internal static IReadOnlyList<PlatformFile> UsedFirst(IReadOnlyList<PlatformFile> files)
    {
        var left = files.ToList();
        var ordered = new List<PlatformFile>(left.Count);
        while (left.Count > 0)
        {
            // Two that use each other come as they are: compiling refuses them.
            var next = left.Find(file => !left.Exists(other => other != file && file.Uses.Contains(other.DefinitionId))) ?? left[0];
            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    private static string? DefinitionIdOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Text("definitionId");
        }
        catch (JsonException)
        {
            // Compiling says where it is broken.
            return null;
        }
    }
}
