using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Scheduling;

/// <summary>Finds the times that start a workflow, and checks every time that a definition says literally.</summary>
internal static class ScheduleReader
{
    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    public static Dictionary<string, Schedule> Read(IEnumerable<Node> nodes, List<Diagnostic> diagnostics)
    {
        var schedules = new Dictionary<string, Schedule>();
        foreach (var node in nodes.Where(n => n.Descriptor.ClrType.IsAssignableTo(typeof(TimeTrigger))))
        {
            if (node.Inputs.FirstOrDefault(i => i.Expression is not ConstantExpression) is { } computed)
            {
                if (node.CanStartWorkflow)
                {
                    diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, $"{node.NodeId}.{computed.Input.Name}", "starts the workflow, so it must be a literal: it is read when the version is published"));
                }

                continue;
            }

            // What does not convert has been said already.
            if (node.Inputs.All(i => i.IsConverted) && Read(node, diagnostics) is { } schedule && node.CanStartWorkflow)
            {
                schedules.TryAdd(node.Id, schedule);
            }
        }

        return schedules;
    }

    private static Schedule? Read(Node node, List<Diagnostic> diagnostics)
    {
        var activity = (TimeTrigger)node.Descriptor.Create(NoServices);
        foreach (var input in node.Inputs)
        {
            input.Input.Set(activity, input.Converted);
        }

        try
        {
            return activity.Schedule;
        }
        catch (FormatException e)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, $"{node.NodeId}.{node.Descriptor.Inputs[0].Name}", e.Message));
            return null;
        }
    }
}
