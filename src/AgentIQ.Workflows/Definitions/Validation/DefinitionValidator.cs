using System.Text.Json;
using AgentIQ.Workflows.Activities.Builtin;

namespace AgentIQ.Workflows.Definitions.Validation;

/// <summary>
/// What can be said of a definition once its graph is known, besides what reading it found: publishing is refused for the errors. Activities of a
/// workflow that is used as an activity were checked when that one was published.
/// </summary>
internal static class DefinitionValidator
{
    public static void Check(JsonElement definition, IReadOnlyList<Node> nodes, IReadOnlyList<VariableDefinition> variables, List<Diagnostic> diagnostics)
    {
        var own = nodes.Where(n => n.Composite is null).ToList();
        CheckIds(own, diagnostics);
        CheckStrategies(definition, diagnostics);
        var declared = new Declarations(definition, variables);
        foreach (var node in own)
        {
            CheckPlaceholder(node, diagnostics);
            ReferenceCheck.Check(node, declared, diagnostics);
            RequiredInputCheck.Check(node, diagnostics);
            if (node.Flow is not null)
            {
                JoinCheck.Check(node, diagnostics);
            }
        }

        NameActivities(nodes, diagnostics);
    }

    private static void CheckIds(List<Node> nodes, List<Diagnostic> diagnostics)
    {
        foreach (var twice in nodes.GroupBy(n => n.Id).Where(g => g.Count() > 1))
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticSeverity.Error, $"{twice.Last().Path}.id", $"the id '{twice.Key}' is used more than once, also at {twice.First().Path}: give each activity an id of its own"));
        }
    }

    private static void CheckPlaceholder(Node node, List<Diagnostic> diagnostics)
    {
        if (node.Descriptor.ClrType == typeof(MissingActivity) && node.Descriptor.TypeName == MissingActivity.PlaceholderType)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, node.Path, $"'{node.Id}' stands for an activity whose type was unknown where the definition comes from: replace it"));
        }
    }

    private static void CheckStrategies(JsonElement definition, List<Diagnostic> diagnostics)
    {
        var options = definition.Get("options") ?? default;
        Warn("options.incidentStrategyType", options.Text("incidentStrategyType"), StrategyNames.IsKnownIncident, "incident strategy", "Fault");
        Warn("options.activationStrategyType", options.Text("activationStrategyType"), StrategyNames.IsKnownActivation, "activation strategy", "Always");
        var index = 0;
        foreach (var variable in definition.List("variables"))
        {
            Warn($"variables[{index++}].storageDriverTypeName", variable.Text("storageDriverTypeName"), StrategyNames.IsKnownStorage, "storage driver", "none, so the value is lost by a wait");
        }

        void Warn(string path, string? name, Func<string?, bool> isKnown, string what, string instead)
        {
            if (!isKnown(name))
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, path, $"the {what} '{name}' is unknown and counts as {instead}"));
            }
        }
    }

    /// <summary>A finding is about the innermost activity whose place its path begins with.</summary>
    private static void NameActivities(IReadOnlyList<Node> nodes, List<Diagnostic> diagnostics)
    {
        if (diagnostics.Count == 0)
        {
            return;
        }

        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            places.TryAdd(node.Path, node.Id);
            places.TryAdd(node.NodeId, node.Id);
        }

        for (var i = 0; i < diagnostics.Count; i++)
        {
            diagnostics[i] = diagnostics[i] with { ActivityId = At(diagnostics[i].Path, places) };
        }
    }

    private static string? At(string path, Dictionary<string, string> places)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (places.TryGetValue(path[..end], out var id))
            {
                return id;
            }
        }

        return null;
    }
}
