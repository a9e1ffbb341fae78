using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Definitions;

/// <summary>
/// Reads and checks a flowchart's connections. Like Elsa, running drops a connection whose end does not exist; publishing refuses it.
/// </summary>
internal sealed class ConnectionReader(List<Diagnostic> diagnostics)
{
    private const string DefaultCase = "Default";

    public FlowchartPlan Read(JsonElement flowchart, Node node, string path)
    {
        var children = node.Children.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var connections = new List<Connection>();
        var index = 0;
        foreach (var connection in flowchart.List("connections"))
        {
            var at = $"{path}.connections[{index++}]";
            var source = End(connection, "source", children, at);
            var target = End(connection, "target", children, at);
            if (source is null || target is null)
            {
                continue;
            }

            var port = connection.Get("source")?.Text("port") ?? OutcomeNames.Done;
            if (OutcomesOf(source) is { } outcomes && !outcomes.Contains(port, StringComparer.Ordinal))
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, at + ".source.port", $"'{source.Id}' ({source.Descriptor.TypeName}) has no outcome '{port}'; it has {string.Join(", ", outcomes)}"));
            }

            if (connections.Exists(c => c.Source == source.ChildIndex && c.Port == port && c.Target == target.ChildIndex))
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, at, $"repeats the connection from '{source.Id}.{port}' to '{target.Id}'; it counts once"));
                continue;
            }

            connections.Add(new Connection(connections.Count, source.ChildIndex, port, target.ChildIndex));
        }

        var plan = new FlowchartPlan(connections, node.Children);
        Check(plan, node, path);
        return plan;
    }

    private void Check(FlowchartPlan plan, Node node, string path)
    {
        if (plan.ChildCount == 0)
        {
            return;
        }

        var start = plan.DefaultStart;
        var routes = plan.From(start);
        foreach (var connection in plan.Connections.Where(c => routes.IsBackward(c) && !routes.IsLoop(c)))
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, $"{path}.connections[{connection.Index}]",
                $"leads back from '{node.Children[connection.Source].Id}' to '{node.Children[connection.Target].Id}', which is not the head of a loop: '{node.Children[connection.Source].Id}' can also be reached without passing it"));
        }

        foreach (var child in node.Children.Where(c => c.ChildIndex != start && !c.CanStartWorkflow && !routes.Reaches(start, c.ChildIndex)))
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, $"{path}.activities[{child.ChildIndex}]", $"'{child.Id}' is never reached from '{node.Children[start].Id}'"));
        }
    }

    private Node? End(JsonElement connection, string side, Dictionary<string, Node> children, string path)
    {
        var id = connection.Get(side)?.Text("activity");
        if (id is not null && children.TryGetValue(id, out var node))
        {
            return node;
        }

        diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, $"{path}.{side}.activity", id is null ? "expected an activity's id" : $"there is no activity '{id}' in this flowchart"));
        return null;
    }

    /// <summary>The outcomes that the activity can have; null when only running it can tell.</summary>
    private static IReadOnlyList<string>? OutcomesOf(Node node)
    {
        if (!node.Descriptor.HasDynamicOutcomes)
        {
            return [.. node.Descriptor.Outcomes.Select(o => o.Name)];
        }

        var binding = Array.Find(node.Inputs, i => UIHints.DefineOutcomes(i.Input.UIHint));
        if (binding?.Expression is not ConstantExpression constant)
        {
            return null;
        }

        if (constant.Value is SwitchCase[] cases)
        {
            return [.. cases.Select(c => c.Label), DefaultCase];
        }

        try
        {
            return [.. (string[])ValueConverter.Convert(constant.Value, typeof(string[]))!, .. node.Descriptor.Outcomes.Select(o => o.Name)];
        }
        catch (ConversionException)
        {
            // The input's own diagnostic says so.
            return null;
        }
    }
}
