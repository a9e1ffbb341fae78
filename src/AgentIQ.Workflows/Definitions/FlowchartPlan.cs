using System.Collections.Concurrent;
using AgentIQ.Workflows.Activities.Builtin;

namespace AgentIQ.Workflows.Definitions;

/// <summary>A connection of a flowchart; source and target are indices of the flowchart's children.</summary>
internal sealed record Connection(int Index, int Source, string Port, int Target);

/// <summary>The connections of a flowchart and what follows from them.</summary>
internal sealed class FlowchartPlan
{
    private readonly Connection[][] _outbound;
    private readonly Connection[][] _inbound;
    private readonly ConcurrentDictionary<int, FlowRoutes> _routes = new();

    public FlowchartPlan(IReadOnlyList<Connection> connections, Node[] children)
    {
        ChildCount = children.Length;
        Connections = [.. connections];
        DefaultStart = FirstOf(children);
        _outbound = new Connection[ChildCount][];
        _inbound = new Connection[ChildCount][];
        for (var i = 0; i < ChildCount; i++)
        {
            _outbound[i] = [.. connections.Where(c => c.Source == i)];
            _inbound[i] = [.. connections.Where(c => c.Target == i)];
        }
    }

    public int ChildCount { get; }

    public Connection[] Connections { get; }

    /// <summary>The first Start, else the first trigger, else the first without inbound connections, else the first.</summary>
    public int DefaultStart { get; }

    public Connection[] Outbound(int child) => _outbound[child];

    /// <summary>Every connection into a child, also from children that are never reached.</summary>
    public Connection[] Inbound(int child) => _inbound[child];

    /// <summary>Which connections lead forward and which back depends on where the run began.</summary>
    public FlowRoutes From(int start) => _routes.GetOrAdd(start, static (s, plan) => new FlowRoutes(plan, s), this);

    private int FirstOf(Node[] children)
    {
        var start = Array.FindIndex(children, c => c.Descriptor.ClrType == typeof(Start));
        if (start < 0)
        {
            start = Array.FindIndex(children, c => c.CanStartWorkflow);
        }

        if (start < 0)
        {
            start = Array.FindIndex(children, c => Array.TrueForAll(Connections, connection => connection.Target != c.ChildIndex));
        }

        return Math.Max(start, 0);
    }
}
