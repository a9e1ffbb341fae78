using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Activities.Builtin;

namespace AgentIQ.Workflows.Definitions;

/// <summary>
/// Reads and checks a flowchart's connections. Like Elsa, running drops a connection whose end does not exist; publishing refuses it.
/// </summary>
internal sealed class ConnectionReader(List<Diagnostic> diagnostics)
{
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
            if (ActivityOutcomes.Of(source) is { } outcomes && !outcomes.Contains(port, StringComparer.Ordinal))
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

        var at = $"{path}.{side}.activity";
        diagnostics.Add(id is null
            ? new Diagnostic(DiagnosticSeverity.Error, at, "expected an activity's id")
            : new Diagnostic(DiagnosticSeverity.Error, at, $"there is no activity '{id}' in this flowchart"));
        return null;
    }
}
