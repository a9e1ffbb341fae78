using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Studio.Catalogue.Descriptors;

/// <summary>Makes what the designer reads from what the engine knows.</summary>
/// <param name="language">Of the texts.</param>
/// <param name="choices">Live choices by their provider's name.</param>
internal sealed class DescriptorMapper(string language, IReadOnlyDictionary<string, IReadOnlyList<Choice>> choices)
{
    private const string Flow = "Flow";
    private const string Embedded = "Embedded";

    public ActivityModel Map(ActivityDescriptor descriptor, bool isBrowsable)
    {
        var text = ActivityTexts.Of(descriptor, language);
        var dot = descriptor.TypeName.LastIndexOf('.');
        return new ActivityModel
        {
            TypeName = descriptor.TypeName,
            Namespace = dot < 0 ? string.Empty : descriptor.TypeName[..dot],
            Name = descriptor.TypeName[(dot + 1)..],
            Version = descriptor.Version,
            Category = text.Category,
            DisplayName = text.Name,
            Description = text.Description,
            Kind = descriptor.IsTrigger ? "Trigger" : "Action",
            Inputs = [.. descriptor.Inputs.Select((input, order) => Map(input, text.Inputs[input.Name], order))],
            Outputs = [.. descriptor.Outputs.Select((output, order) => new OutputModel(
                output.Name, TypeAliases.Of(output.Type), text.Outputs[output.Name].Name, text.Outputs[output.Name].Description, order))],
            Ports = [.. Ports(descriptor, text)],
            CustomProperties = CustomProperties(descriptor),
            ConstructionProperties = ConstructionProperties(descriptor),
            IsContainer = descriptor is { Kind: ActivityKind.Container, Workflow: null, EmbeddedPorts.Count: 0, Inputs.Count: 0 },
            IsBrowsable = isBrowsable,
            IsStart = descriptor.IsStart,
            IsTerminal = descriptor.IsTerminal,
        };
    }

    /// <summary>The editor's options of one input.</summary>
    public IReadOnlyDictionary<string, object> Options(ActivityDescriptor descriptor, InputDescriptor input) =>
        UISpecifications.Of(input, ActivityTexts.Of(descriptor, language).Inputs[input.Name], ChoicesOf(input));

    private InputModel Map(InputDescriptor input, InputText text, int order) => new()
    {
        Name = input.Name,
        TypeName = TypeAliases.Of(input.Type),
        DisplayName = text.Name,
        Description = text.Description,
        Order = order,
        IsWrapped = input.Declaration.IsWrapped,
        AutoEvaluate = !input.Declaration.IsEvaluatedByActivity,
        UiHint = input.UIHint,
        Category = text.Category,
        DefaultValue = input.Declaration.DefaultValue,
        DefaultSyntax = input.Declaration.DefaultSyntax is "Literal" ? null : input.Declaration.DefaultSyntax,
        IsSensitive = input.Declaration.IsSensitive,
        UiSpecifications = UISpecifications.Of(input, text, ChoicesOf(input)),
    };

    private IReadOnlyList<Choice> ChoicesOf(InputDescriptor input) =>
        input.Declaration.Choices is { } name ? choices.GetValueOrDefault(name) ?? [] : [];

    private static IEnumerable<PortModel> Ports(ActivityDescriptor descriptor, ActivityText text)
    {
        // The inside of a workflow, and the activities of a container, are reached by the designer itself.
        foreach (var port in descriptor.EmbeddedPorts)
        {
            yield return new PortModel(port, text.Ports[port], Embedded, IsBrowsable: descriptor.Workflow is null);
        }

        // Where the ways out follow from an input, the designer draws them from it, and these would come on top. It adds the default of a switch only.
        if (!descriptor.HasDynamicOutcomes || descriptor.Workflow is not null || descriptor.Inputs.Any(i => i.UIHint == UIHints.FlowSwitchEditor))
        {
            foreach (var outcome in descriptor.Outcomes)
            {
                yield return new PortModel(outcome.Name, text.Ports[outcome.Name], Flow, IsBrowsable: true);
            }
        }
    }

    private static Dictionary<string, object> CustomProperties(ActivityDescriptor descriptor)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        if (descriptor.Kind == ActivityKind.Effect)
        {
            properties["Resilient"] = true;
        }

        if (descriptor.Workflow is { } workflow)
        {
            properties["RootType"] = "WorkflowDefinitionActivity";
            properties["WorkflowDefinitionId"] = workflow.DefinitionId;
            properties["WorkflowDefinitionVersionId"] = workflow.VersionId;
        }

        return properties;
    }

    private static Dictionary<string, object> ConstructionProperties(ActivityDescriptor descriptor) => descriptor.Workflow is not { } workflow ? [] : new(StringComparer.Ordinal)
    {
        ["WorkflowDefinitionId"] = workflow.DefinitionId,
        ["WorkflowDefinitionVersionId"] = workflow.VersionId,
        ["LatestAvailablePublishedVersion"] = workflow.Version,
        ["LatestAvailablePublishedVersionId"] = workflow.VersionId,
    };
}
