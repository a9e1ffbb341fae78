using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Expressions;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Definitions;

/// <summary>Finds the stimuli that start a workflow: its triggers with constant inputs.</summary>
internal static class TriggerReader
{
    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    public static Dictionary<string, Node> Read(IEnumerable<Node> nodes, List<Diagnostic> diagnostics)
    {
        var triggers = new Dictionary<string, Node>();
        foreach (var node in nodes.Where(n => n is { CanStartWorkflow: true, Composite: null, Descriptor: { IsTrigger: true, Kind: ActivityKind.Wait } }))
        {
            var activity = (WaitActivity)node.Descriptor.Create(NoServices);
            foreach (var input in node.Inputs.Where(i => i.Expression is ConstantExpression))
            {
                input.Input.Set(activity, input.Converted);
            }

            var names = activity.InvokeTriggerNamesAt(node.Id);
            if (names.Count == 0)
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, node.NodeId, "starts the workflow on nothing: a trigger needs a literal name"));
            }

            foreach (var name in names.Where(name => !triggers.TryAdd(name, node)))
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, node.NodeId, $"'{name}' starts the workflow at '{triggers[name].Id}' already"));
            }
        }

        return triggers;
    }
}
