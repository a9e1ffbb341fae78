using System.Text.Json;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Definitions;

/// <summary>Finds the workflow that an activity of a definition stands for, and refuses one that would contain itself.</summary>
internal sealed class WorkflowUseReader(ActivityRegistry registry, IWorkflowActivities activities, string definitionId, List<Diagnostic> diagnostics)
{
    /// <summary>
    /// The version that the activity names: by its id, else by definition and version, else by type and version. Null when it stands for no
    /// workflow; what it stands for in vain is said.
    /// </summary>
    public WorkflowActivityVersion? Find(JsonElement activity, Node? parent, string path)
    {
        var type = activity.Text("type")!;
        var version = activity.Number("version") ?? 1;
        var versionId = activity.Text("workflowDefinitionVersionId");
        var definition = activity.Text("workflowDefinitionId");
        if (string.IsNullOrEmpty(versionId) && string.IsNullOrEmpty(definition) && registry.Find(type, version) is not null)
        {
            return null;
        }

        var used = (string.IsNullOrEmpty(versionId) ? null : activities.Find(versionId))
            ?? (string.IsNullOrEmpty(definition) ? null : activities.Find(definition, version))
            ?? activities.FindByType(type, version);
        if (used is null)
        {
            if (!string.IsNullOrEmpty(versionId) || !string.IsNullOrEmpty(definition))
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, path, $"uses version {version} of the workflow '{definition ?? type}' (version id '{versionId}'), which does not exist or is not usable as an activity"));
            }

            return null;
        }

        if (IsInside(used.DefinitionId, parent))
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, path, $"the workflow '{used.DefinitionId}' would contain itself. Use Execute workflow or Dispatch workflow to begin another instance of it"));
            return null;
        }

        return used;
    }

    private bool IsInside(string used, Node? parent)
    {
        for (var around = parent; around is not null; around = around.Parent)
        {
            if (around.Descriptor.Workflow?.DefinitionId == used)
            {
                return true;
            }
        }

        return used == definitionId;
    }
}
