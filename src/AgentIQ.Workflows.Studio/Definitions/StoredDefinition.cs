using System.Text.Json;
using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>A version as <c>{id}/versions</c> gives it: the parts of its text as they were saved, and the graph as text.</summary>
internal sealed record StoredDefinition
{
    public required string DefinitionId { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? ToolVersion { get; init; }

    public required RawJson Options { get; init; }

    public required RawJson Variables { get; init; }

    public required RawJson Inputs { get; init; }

    public required RawJson Outputs { get; init; }

    public required RawJson Outcomes { get; init; }

    public required RawJson CustomProperties { get; init; }

    public string MaterializerName { get; } = "Json";

    /// <summary>The root activity's JSON.</summary>
    public string? StringData { get; init; }

    public required bool IsReadonly { get; init; }

    public required bool IsSystem { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Version { get; init; }

    public required bool IsLatest { get; init; }

    public required bool IsPublished { get; init; }

    public required string Id { get; init; }

    public static StoredDefinition Of(DefinitionVersion version)
    {
        using var document = JsonDocument.Parse(version.Body);
        var (body, summary) = (document.RootElement, version.Summary);
        return new StoredDefinition
        {
            DefinitionId = summary.DefinitionId,
            Name = summary.Name,
            Description = summary.Description,
            ToolVersion = summary.ToolVersion,
            Options = Part(body, "options", "{}"),
            Variables = Part(body, "variables", "[]"),
            Inputs = Part(body, "inputs", "[]"),
            Outputs = Part(body, "outputs", "[]"),
            Outcomes = Part(body, "outcomes", "[]"),
            CustomProperties = Part(body, "customProperties", "{}"),
            StringData = body.TryGetProperty("root", out var root) ? root.GetRawText() : null,
            IsReadonly = summary.IsDeleted,
            IsSystem = summary.IsSystem,
            CreatedAt = summary.CreatedAt,
            Version = summary.Version,
            IsLatest = summary.IsLatest,
            IsPublished = summary.IsPublished,
            Id = summary.VersionId,
        };
    }

    private static RawJson Part(JsonElement body, string name, string empty) =>
        new(body.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? part.GetRawText() : empty);
}
