using System.Collections;

namespace AgentIQ.Workflows.Definitions;

/// <summary>
/// A flowchart's connections as seen from one start. A connection is backward when its target lies on the path that led to its source;
/// it is a loop when the target dominates the source, that is when no way from the start reaches the source without passing the target.
/// </summary>
internal sealed class FlowRoutes
{
    private readonly bool[] _backward;
    private readonly bool[] _loop;
    private readonly bool[] _reachable;
    private readonly Connection[][] _inbound;
    private readonly BitArray[] _ancestors;

    public FlowRoutes(FlowchartPlan plan, int start)
    {
        _backward = new bool[plan.Connections.Length];
        _loop = new bool[plan.Connections.Length];
        _reachable = new bool[plan.ChildCount];
        var order = Classify(plan, start);
        foreach (var connection in plan.Connections.Where(c => _backward[c.Index]))
        {
            _loop[connection.Index] = Dominates(plan, start, connection.Target, connection.Source);
        }

        _inbound = new Connection[plan.ChildCount][];
        for (var i = 0; i < plan.ChildCount; i++)
        {
            _inbound[i] = [.. plan.Connections.Where(c => c.Target == i && _reachable[c.Source] && !_backward[c.Index])];
        }

        _ancestors = Ancestors(plan, order);
    }

    public bool IsBackward(Connection connection) => _backward[connection.Index];

    /// <summary>Whether a backward connection is a proper loop.</summary>
    public bool IsLoop(Connection connection) => _loop[connection.Index];

    /// <summary>Forward connections into a child, from children that can be reached.</summary>
    public Connection[] Inbound(int child) => _inbound[child];

    /// <summary>Whether forward connections lead from one child to the other.</summary>
    public bool Reaches(int from, int to) => _ancestors[to][from];

    /// <summary>Depth first, in the order of the connections; returns the children in reverse finishing order, which is topological.</summary>
    private List<int> Classify(FlowchartPlan plan, int start)
    {
        var onPath = new bool[plan.ChildCount];
        var finished = new List<int>();
        var stack = new Stack<(int Child, int Next)>();
        stack.Push((start, 0));
        _reachable[start] = onPath[start] = true;
        while (stack.TryPop(out var at))
        {
            var outbound = plan.Outbound(at.Child);
            if (at.Next == outbound.Length)
            {
                onPath[at.Child] = false;
                finished.Add(at.Child);
                continue;
            }

            stack.Push((at.Child, at.Next + 1));
            var connection = outbound[at.Next];
            if (onPath[connection.Target])
            {
                _backward[connection.Index] = true;
            }
            else if (!_reachable[connection.Target])
            {
                _reachable[connection.Target] = onPath[connection.Target] = true;
                stack.Push((connection.Target, 0));
            }
        }

        finished.Reverse();
        return finished;
    }

    private static bool Dominates(FlowchartPlan plan, int start, int dominator, int child)
    {
        if (dominator == child || dominator == start)
        {
            return true;
        }

        var seen = new bool[plan.ChildCount];
        var stack = new Stack<int>([start]);
        seen[start] = true;
        while (stack.TryPop(out var at))
        {
            foreach (var connection in plan.Outbound(at).Where(c => c.Target != dominator && !seen[c.Target]))
            {
                if (connection.Target == child)
                {
                    return false;
                }

                seen[connection.Target] = true;
                stack.Push(connection.Target);
            }
        }

        return start != child;
    }

    private BitArray[] Ancestors(FlowchartPlan plan, List<int> order)
    {
        var ancestors = new BitArray[plan.ChildCount];
        for (var i = 0; i < ancestors.Length; i++)
        {
            ancestors[i] = new BitArray(plan.ChildCount);
        }

        foreach (var child in order)
        {
            foreach (var connection in _inbound[child])
            {
                ancestors[child].Or(ancestors[connection.Source]);
                ancestors[child][connection.Source] = true;
            }
        }

        return ancestors;
    }
}
