using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Definitions.Validation;

/// <summary>An activity that starts another workflow which the definition names literally.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Path">Where the name stands.</param>
/// <param name="DefinitionId">The workflow.</param>
internal sealed record ChildUse(string ActivityId, string Path, string DefinitionId)
{
    /// <summary>Those of the definition itself; it may start itself, so its own name is none.</summary>
    public static IReadOnlyList<ChildUse> In(CompiledWorkflow workflow) =>
    [
        .. from node in workflow.Nodes
           where node.Composite is null && StartsOthers(node)
           from input in node.Inputs
           where input.Input.Name == nameof(ChildWorkflowActivity.WorkflowDefinitionId)
           let id = (input.Expression as ConstantExpression)?.Value as string
           where !string.IsNullOrEmpty(id) && id != workflow.DefinitionId
           select new ChildUse(node.Id, $"{node.Path}.{input.Input.JsonName}", id),
    ];

    private static bool StartsOthers(Node node) =>
        node.Descriptor.ClrType.IsAssignableTo(typeof(ChildWorkflowActivity)) || node.Descriptor.ClrType == typeof(BulkDispatchWorkflows);
}
