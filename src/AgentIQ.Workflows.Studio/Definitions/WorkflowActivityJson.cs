using System.Text.Json;
using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>The activity around a definition's root: the definition itself as the graph's first node.</summary>
internal static class WorkflowActivityJson
{
    /// <param name="version">The version.</param>
    /// <param name="forDesigner">Its text as the designer gets it.</param>
    public static RawJson Of(DefinitionVersionSummary version, string forDesigner)
    {
        using var document = JsonDocument.Parse(forDesigner);
        var definition = document.RootElement;
        return new RawJson(JsonSerializer.Serialize(
            new
            {
                Identity = new { version.DefinitionId, version.Version, Id = version.VersionId },
                Publication = new { version.IsLatest, version.IsPublished },
                Inputs = Part(definition, "inputs", "[]"),
                Outputs = Part(definition, "outputs", "[]"),
                Outcomes = Part(definition, "outcomes", "[]"),
                WorkflowMetadata = new { version.Name, version.Description, version.CreatedAt, version.ToolVersion },
                Options = Part(definition, "options", "{}"),
                IsReadonly = version.IsDeleted,
                version.IsSystem,
                DefinitionHandle = new { DefinitionVersionId = version.VersionId },
                Root = Part(definition, "root", "{}"),
                Id = "Workflow1",
                NodeId = "Workflow1",
                Type = "Elsa.Workflow",
                Version = 1,
                CustomProperties = new RawJson("{}"),
                Metadata = new RawJson("{}"),
            },
            StudioJson.Options));
    }

    private static RawJson Part(JsonElement definition, string name, string empty) => new(definition.TryGetProperty(name, out var part) ? part.GetRawText() : empty);
}
