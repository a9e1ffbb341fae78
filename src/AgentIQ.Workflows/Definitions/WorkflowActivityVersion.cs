using System.Text.Json;
using System.Text.RegularExpressions;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Definitions;

/// <summary>One version of a definition that other definitions use as an activity (elsa-studio-contract 5.6).</summary>
internal sealed partial class WorkflowActivityVersion
{
    private WorkflowActivityVersion(JsonElement definition, string definitionId, VersionIdentity identity)
    {
        Definition = definition;
        DefinitionId = definitionId;
        VersionId = identity.Id;
        Version = identity.Version;
        TypeName = TypeNameOf(definition.Text("name"), definitionId);
        Descriptor = WorkflowActivityDescriptor.Create(this);
    }

    /// <summary>The whole definition.</summary>
    public JsonElement Definition { get; }

    public JsonElement Root => Definition.GetProperty("root");

    public string DefinitionId { get; }

    public string VersionId { get; }

    public int Version { get; }

    public string TypeName { get; }

    public ActivityDescriptor Descriptor { get; }

    /// <summary>Null when the text is no definition, or its options do not make it usable as an activity.</summary>
    public static WorkflowActivityVersion? Read(string json, VersionIdentity? identity = null)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var definition = document.RootElement;
            return definition.Get("options")?.Flag("usableAsActivity") == true && (identity?.DefinitionId ?? definition.Text("definitionId")) is { Length: > 0 } definitionId && definition.Get("root")?.IsActivity() == true
                ? new WorkflowActivityVersion(definition.Clone(), definitionId, identity ?? VersionIdentity.Of(definition, definitionId))
                : null;
        }
        catch (JsonException)
        {
            // Whoever compiles the text itself says where it is broken.
            return null;
        }
    }

    /// <summary>The activity type's name: the definition's name in PascalCase, as Elsa forms it, for letters of any script.</summary>
    public static string TypeNameOf(string? name, string definitionId) =>
        WordStart().Replace(string.IsNullOrWhiteSpace(name) ? definitionId : name.Trim(), m => m.Groups["letter"].Value.ToUpperInvariant());

    [GeneratedRegex(@"(?:[ _-]+|^)(?<letter>\p{L})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
