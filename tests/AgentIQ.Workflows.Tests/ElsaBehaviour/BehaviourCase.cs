using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Tests.ElsaBehaviour;

/// <summary>One recorded case: see the README beside the cases.</summary>
public sealed class BehaviourCase
{
    private BehaviourCase(string name, JsonElement document)
    {
        Name = name;
        Document = document;
    }

    public string Name { get; }

    public JsonElement Document { get; }

    /// <summary>The run in that mode.</summary>
    public JsonObject Request(FlowchartMode mode)
    {
        var request = JsonNode.Parse(Document.GetRawText())!.AsObject();
        request["mode"] = mode == FlowchartMode.Token ? "token" : "counter";
        return request;
    }

    /// <summary>The recorded result.</summary>
    public JsonObject Expected(FlowchartMode mode) =>
        JsonNode.Parse(Document.GetProperty("expected").GetProperty(mode == FlowchartMode.Token ? "token" : "counter").GetRawText())!.AsObject();

    public bool IsUnordered => Document.TryGetProperty("unordered", out var flag) && flag.ValueKind == JsonValueKind.True;

    /// <summary>The folder of the cases, or null where there is none.</summary>
    public static string? Folder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("AGENTIQ_SHARED") is { Length: > 0 } shared)
            {
                return Existing(shared);
            }

            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "AgentIQ.sln")))
                {
                    return Existing(Path.Combine(folder.FullName, "..", "shared")) ?? Existing(Path.Combine(folder.FullName, "..", "..", "shared"));
                }
            }

            return null;
        }
    }

    public static IReadOnlyList<BehaviourCase> All => Folder is not { } folder
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => new BehaviourCase(Path.GetFileNameWithoutExtension(file), Parse(file)))];

    private static string? Existing(string shared) => Path.Combine(shared, "contract", "elsa-behaviour") is var folder && Directory.Exists(folder) ? folder : null;

    private static JsonElement Parse(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.Clone();
    }
}
