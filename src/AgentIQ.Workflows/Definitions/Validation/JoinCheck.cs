using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Definitions.Validation;

/// <summary>
/// A join that waits for all its ways in never runs when two of them can only be reached by different outcomes of one decision. For every
/// connection the decisions and outcomes are collected that each way to it passes; two that exclude each other are reported.
/// </summary>
internal static class JoinCheck
{
    /// <summary>The sets grow with the decisions: in a larger flowchart the finding is not worth its time.</summary>
    private const int MaxChildren = 1_000;

    public static void Check(Node flowchart, List<Diagnostic> diagnostics)
    {
        var plan = flowchart.Flow!;
        if (plan.ChildCount is 0 or > MaxChildren || !flowchart.Children.Any(WaitsForAll))
        {
            return;
        }

        var routes = plan.From(plan.DefaultStart);
        var needs = Needs(flowchart, plan, routes);
        foreach (var join in flowchart.Children.Where(WaitsForAll))
        {
            var decision = routes.Inbound(join.ChildIndex).SelectMany(c => OfConnection(c, flowchart, needs)).GroupBy(n => n.Decision).FirstOrDefault(g => g.Select(n => n.Port).Distinct().Count() > 1);
            if (decision is not null)
            {
                diagnostics.Add(new Diagnostic(
                    DiagnosticSeverity.Warning, $"{join.Path}.mode", $"'{join.Id}' waits for all its ways in, but '{flowchart.Children[decision.Key].Id}' takes only one of those that lead there, so it never runs: choose WaitAllActive or WaitAny"));
            }
        }
    }

    /// <summary>By child, in topological order: what every way to it passes.</summary>
    private static HashSet<(int Decision, string Port)>[] Needs(Node flowchart, FlowchartPlan plan, FlowRoutes routes)
    {
        var needs = new HashSet<(int Decision, string Port)>[plan.ChildCount];
        var missing = Enumerable.Range(0, plan.ChildCount).Select(c => routes.Inbound(c).Length).ToArray();
        var ready = new Queue<int>(Enumerable.Range(0, plan.ChildCount).Where(c => missing[c] == 0));
        while (ready.TryDequeue(out var child))
        {
            var ways = routes.Inbound(child).Select(c => OfConnection(c, flowchart, needs)).ToList();
            needs[child] = ways.Count == 0 ? [] : ways[0];
            ways.ForEach(needs[child].IntersectWith);
            foreach (var connection in plan.Outbound(child).Where(c => routes.Inbound(c.Target).Contains(c)))
            {
                if (--missing[connection.Target] == 0)
                {
                    ready.Enqueue(connection.Target);
                }
            }
        }

        return needs;
    }

    private static HashSet<(int Decision, string Port)> OfConnection(Connection connection, Node flowchart, HashSet<(int Decision, string Port)>[] needs)
    {
        var passed = new HashSet<(int, string)>(needs[connection.Source] ?? []);
        if (flowchart.Children[connection.Source].Descriptor.ClrType == typeof(FlowDecision))
        {
            passed.Add((connection.Source, connection.Port));
        }

        return passed;
    }

    private static bool WaitsForAll(Node node) =>
        FlowJoin.Is(node) && Array.Find(node.Inputs, i => i.Input.Name == nameof(FlowJoin.Mode))?.Expression is ConstantExpression { Value: string mode }
        && string.Equals(mode.Trim(), nameof(FlowJoinMode.WaitAll), StringComparison.OrdinalIgnoreCase);
}
