using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Catalogue.Descriptors;

/// <summary>
/// Types that the designer itself names although nobody can place or run them here: the workflow around the root, and the state machine
/// that the dialog for new workflows offers. Without a descriptor the dialog breaks; with one the server says that it has none.
/// </summary>
internal static class DesignerTypes
{
    private static readonly Text Workflow = new("Процесс", "Workflow");
    private static readonly Text WorkflowDescription = new("Весь процесс целиком.", "The whole workflow.");
    private static readonly Text StateMachine = new("Машина состояний", "State machine");
    private static readonly Text StateMachineDescription = new("Не поддерживается: выберите блок-схему.", "Not supported: choose a flowchart.");

    public static IReadOnlyList<ActivityModel> In(StudioLanguage language) =>
    [
        Named("Elsa.Workflow", Workflow.In(language), WorkflowDescription.In(language)),
        Named("Elsa.StateMachine", StateMachine.In(language), StateMachineDescription.In(language)),
    ];

    private static ActivityModel Named(string type, string name, string description) => new()
    {
        TypeName = type,
        Namespace = "Elsa",
        Name = type[5..],
        Version = 1,
        Category = "System",
        DisplayName = name,
        Description = description,
        Kind = "Action",
        Inputs = [],
        Outputs = [],
        Ports = [],
        CustomProperties = new Dictionary<string, object>(StringComparer.Ordinal),
        ConstructionProperties = new Dictionary<string, object>(StringComparer.Ordinal),
        IsContainer = false,
        IsBrowsable = false,
        IsStart = false,
        IsTerminal = false,
    };
}
