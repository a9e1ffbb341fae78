using System.Text.Json;

namespace AgentIQ.Workflows.Definitions;

/// <summary>Which stored version a body is.</summary>
/// <param name="Id">The version's id.</param>
/// <param name="Version">Its number.</param>
/// <param name="DefinitionId">The definition's id; null: the text's.</param>
internal sealed record VersionIdentity(string Id, int Version, string? DefinitionId = null)
{
    /// <summary>What the text says of itself.</summary>
    public static VersionIdentity Of(JsonElement definition, string definitionId)
    {
        var version = definition.Number("version") ?? 1;
        return new VersionIdentity(definition.Text("id") ?? $"{definitionId}:{version}", version);
    }
}
