using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>The counters of a flowchart, as its state keeps them.</summary>
internal sealed record FlowCounters(FlowchartPlan Plan, FlowRoutes Routes, int[] Visits, int[] Followed, int[] Runs)
{
    public static FlowCounters Empty(FlowchartPlan plan, FlowRoutes routes) =>
        new(plan, routes, new int[plan.Connections.Length], new int[plan.Connections.Length], new int[plan.ChildCount]);

    /// <summary>A child that waits for all its ways in: one can still be taken, or was, while nothing that goes on can take another.</summary>
    public bool IsStuck(int child, IReadOnlyCollection<int> active)
    {
        var inbound = Routes.Inbound(child);
        if (active.Contains(child) || inbound.Length == 0)
        {
            return false;
        }

        var missing = Array.FindAll(inbound, c => !IsNew(c));
        var arrived = Array.Exists(inbound, c => IsNew(c) && Followed[c.Index] == 1);
        return arrived ? missing.Length == 0 || Array.Exists(missing, IsDead) : Array.Exists(missing, IsDead) && !Array.TrueForAll(missing, IsDead);

        bool IsDead(Connection connection) => !active.Any(a => a == connection.Source || Routes.Reaches(a, connection.Source));
    }

    private bool IsNew(Connection connection) => Visits[connection.Index] > Runs[connection.Target];
}
