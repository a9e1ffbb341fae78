using System.Text.Json;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Definitions;

/// <summary>A stored version by its names.</summary>
internal sealed record StoredVersion(string VersionId, string DefinitionId, int Version, string? Name);

/// <summary>What an activity of a definition says of the workflow that it may stand for.</summary>
internal sealed record WorkflowUse(string? VersionId, string? DefinitionId, string TypeName, int Version)
{
    public bool Means(StoredVersion stored) =>
        stored.VersionId == VersionId
        || (stored.Version == Version && (stored.DefinitionId == DefinitionId || WorkflowActivityVersion.TypeNameOf(stored.Name, stored.DefinitionId) == TypeName));
}

/// <summary>Finds the activities of a definition that may stand for workflows: those that say so, and those of an unknown type.</summary>
internal static class WorkflowUses
{
    public static List<WorkflowUse> In(string json, ActivityRegistry registry)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return In(document.RootElement, registry);
        }
        catch (JsonException)
        {
            // Compiling says where it is broken.
            return [];
        }
    }

    public static List<WorkflowUse> In(JsonElement definition, ActivityRegistry registry)
    {
        var uses = new List<WorkflowUse>();
        if (definition.Get("root") is { } root)
        {
            Collect(root, registry, uses);
        }

        return uses;
    }

    private static void Collect(JsonElement element, ActivityRegistry registry, List<WorkflowUse> uses)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, registry, uses);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.IsActivity() && Use(element, registry) is { } use)
            {
                uses.Add(use);
            }

            foreach (var property in element.EnumerateObject())
            {
                Collect(property.Value, registry, uses);
            }
        }
    }

    private static WorkflowUse? Use(JsonElement activity, ActivityRegistry registry)
    {
        var use = new WorkflowUse(activity.Text("workflowDefinitionVersionId"), activity.Text("workflowDefinitionId"), activity.Text("type")!, activity.Number("version") ?? 1);
        return use is { VersionId: null, DefinitionId: null } && registry.Find(use.TypeName, use.Version) is not null ? null : use;
    }
}
