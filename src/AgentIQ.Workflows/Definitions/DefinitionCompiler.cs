using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions.Validation;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Expressions.JavaScript;
using AgentIQ.Workflows.Http.Incoming;
using AgentIQ.Workflows.Scheduling;

namespace AgentIQ.Workflows.Definitions;

/// <summary>Compiles definition JSON (elsa-studio-contract 3) to an immutable graph, once per version.</summary>
internal sealed class DefinitionCompiler(ActivityRegistry registry, IJavaScriptCompiler javaScript, WorkflowOptions? workflowOptions = null)
{
    /// <summary>Id and node id of the workflow around the root, which the JSON does not contain.</summary>
    public const string WorkflowNodeId = "Workflow1";

    /// <param name="json">The definition.</param>
    /// <param name="identity">Id and number of the stored version; what the text says of them is its author's. Null: the text's.</param>
    /// <param name="activities">Workflows that it may use as activities. Null: none.</param>
    public CompileResult Compile(string json, VersionIdentity? identity = null, IWorkflowActivities? activities = null)
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
            return new CompileResult(Compile(document.RootElement, identity, activities ?? WorkflowActivitySet.Empty, diagnostics), diagnostics);
        }
    }

    private CompiledWorkflow? Compile(JsonElement definition, VersionIdentity? identity, IWorkflowActivities activities, List<Diagnostic> diagnostics)
    {
        if ((identity?.DefinitionId ?? definition.Text("definitionId")) is not { Length: > 0 } definitionId)
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
        var uses = new WorkflowUseReader(registry, activities, definitionId, diagnostics);
        var reader = new NodeReader(registry, uses, new ExpressionReader(javaScript, diagnostics), nodes, diagnostics, LogPersistence.OfWorkflow(definition));
        reader.Read(root, "root", WorkflowNodeId, parent: null, childIndex: -1);
        if (diagnostics.Exists(d => d.Severity == DiagnosticSeverity.Fatal))
        {
            return null;
        }

        EndpointReader.Check(nodes, diagnostics);
        EffectPolicyReader.CheckNames(nodes, workflowOptions, diagnostics);
        identity ??= VersionIdentity.Of(definition, definitionId);
        var options = definition.Get("options") ?? default;
        var workflow = new CompiledWorkflow
        {
            DefinitionId = definitionId,
            VersionId = identity.Id,
            Version = identity.Version,
            Name = definition.Text("name"),
            Nodes = [.. nodes],
            Triggers = TriggerReader.Read(nodes, diagnostics),
            Schedule = ScheduleSettings.Read(definition, "definition", diagnostics),
            Schedules = ScheduleReader.Read(nodes, diagnostics),
            Variables = VariableReader.Read(definition.List("variables"), "variables", diagnostics),
            Outputs = [.. definition.List("outputs").Select(o => new WorkflowOutput(o.Text("name") ?? string.Empty, o.Text("type") ?? "Object"))],
            IncidentStrategy = StrategyNames.Incident(options.Text("incidentStrategyType")),
            Activation = StrategyNames.Activation(options.Text("activationStrategyType")),
            FlowchartMode = StrategyNames.Flowchart(definition.Get("customProperties")?.Text("Flowchart:ExecutionMode")),
        };
        DefinitionValidator.Check(definition, nodes, workflow.Variables, diagnostics);
        return workflow;
    }
}
