using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Expressions.JavaScript;

namespace AgentIQ.Workflows.Definitions;

/// <summary>Compiles definition JSON (elsa-studio-contract 3) to an immutable graph, once per version.</summary>
internal sealed class DefinitionCompiler(ActivityRegistry registry, IJavaScriptCompiler javaScript)
{
    private const string WorkflowNodeId = "Workflow1";

    /// <param name="json">The definition.</param>
    /// <param name="identity">Id and number of the stored version; what the text says of them is its author's. Null: the text's.</param>
    public CompileResult Compile(string json, VersionIdentity? identity = null)
    {
        var diagnostics = new List<Diagnostic>();
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Fatal, $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}", $"not JSON: {e.Message}"));
            return new CompileResult(Workflow: null, diagnostics);
        }

        using (document)
        {
            return new CompileResult(Compile(document.RootElement, identity, diagnostics), diagnostics);
        }
    }

    private CompiledWorkflow? Compile(JsonElement definition, VersionIdentity? identity, List<Diagnostic> diagnostics)
    {
        if (definition.Text("definitionId") is not { Length: > 0 } definitionId)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Fatal, "definitionId", "expected the definition's id, a non-empty text"));
            return null;
        }

        if (definition.Get("root") is not { } root || !root.IsActivity())
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Fatal, "root", "expected an activity: an object with id and type"));
            return null;
        }

        var nodes = new List<Node>();
        var reader = new NodeReader(registry, new ExpressionReader(javaScript, diagnostics), nodes, diagnostics);
        reader.Read(root, "root", WorkflowNodeId, parent: null, childIndex: -1);
        if (diagnostics.Exists(d => d.Severity == DiagnosticSeverity.Fatal))
        {
            return null;
        }

        foreach (var twice in nodes.GroupBy(n => n.Id).Where(g => g.Count() > 1))
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, string.Join(", ", twice.Select(n => n.NodeId)), $"the id '{twice.Key}' is used more than once: getOutputFrom('{twice.Key}') is ambiguous"));
        }

        var version = identity?.Version ?? definition.Number("version") ?? 1;
        var options = definition.Get("options") ?? default;
        return new CompiledWorkflow
        {
            DefinitionId = definitionId,
            VersionId = identity?.Id ?? definition.Text("id") ?? $"{definitionId}:{version}",
            Version = version,
            Name = definition.Text("name"),
            Nodes = [.. nodes],
            Triggers = TriggerReader.Read(nodes, diagnostics),
            Variables = VariableReader.Read(definition.List("variables"), "variables", diagnostics),
            Outputs = [.. definition.List("outputs").Select(o => new WorkflowOutput(o.Text("name") ?? string.Empty, o.Text("type") ?? "Object"))],
            IncidentStrategy = StrategyNames.Incident(options.Text("incidentStrategyType")),
            Activation = StrategyNames.Activation(options.Text("activationStrategyType")),
        };
    }
}
