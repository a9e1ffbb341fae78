using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Definitions;

/// <summary>Derives the descriptor of a workflow that is used as an activity: its inputs, outputs and outcomes are the definition's.</summary>
internal static class WorkflowActivityDescriptor
{
    public static ActivityDescriptor Create(WorkflowActivityVersion workflow)
    {
        var definition = workflow.Definition;
        var name = definition.Text("name") ?? workflow.DefinitionId;
        var outcomes = definition.List("outcomes").Where(o => o.ValueKind == JsonValueKind.String).Select(o => new OutcomeDescriptor(o.GetString()!, o.GetString()!)).ToArray();
        return new ActivityDescriptor(_ => new WorkflowDefinitionActivity())
        {
            TypeName = workflow.TypeName,
            Version = workflow.Version,
            Category = definition.Get("options")?.Text("activityCategory") ?? "Workflows",
            DisplayName = name,
            Description = definition.Text("description") ?? string.Empty,
            Kind = ActivityKind.Container,
            Inputs = [.. Named(definition, "inputs").Select(Input)],
            Outputs = [.. Named(definition, "outputs").Select(Output)],
            Outcomes = outcomes.Length > 0 ? outcomes : [new OutcomeDescriptor(OutcomeNames.Done, OutcomeNames.Done)],
            EmbeddedPorts = [WorkflowDefinitionActivity.Root],
            IsBrowsable = true,
            IsStart = false,
            IsTerminal = false,
            IsTrigger = false,
            ClrType = typeof(WorkflowDefinitionActivity),
            HasDynamicOutcomes = true, // A Complete inside may name any.
            Workflow = new WorkflowReference(workflow.DefinitionId, workflow.VersionId, workflow.Version),
        };
    }

    private static IEnumerable<JsonElement> Named(JsonElement definition, string list) =>
        definition.List(list).Where(i => i.Text("name") is { Length: > 0 }).DistinctBy(i => i.Text("name"));

    private static InputDescriptor Input(JsonElement input)
    {
        var name = input.Text("name")!;
        var declaration = new InputAttribute { Description = input.Text("description"), Category = input.Text("category"), UIHint = input.Text("uiHint") };
        return new InputDescriptor(name, TypeOf(input), declaration, (activity, value) => ((WorkflowDefinitionActivity)activity).Inputs[name] = PlainValue.From(value))
        {
            UIHint = declaration.UIHint ?? UIHints.SingleLine,
            DisplayName = input.Text("displayName") ?? name,
        };
    }

    private static OutputDescriptor Output(JsonElement output)
    {
        var name = output.Text("name")!;
        return new OutputDescriptor(name, TypeOf(output), new OutputAttribute { Description = output.Text("description") }, _ => null)
        {
            DisplayName = output.Text("displayName") ?? name,
        };
    }

    private static Type TypeOf(JsonElement declared) => new VariableType(declared.Text("type") ?? "Object", declared.Flag("isArray")).ClrType;
}
