using System.Collections;

namespace AgentIQ.Workflows.Definitions;

/// <summary>
/// A flowchart's connections as seen from one start. Breadth first from there and in the order of the connections, a connection is forward
/// unless it would close a circle of forward ones; then it is backward. A backward connection is a proper loop when no way of forward
/// connections reaches its source without passing its target.
/// </summary>
internal sealed class FlowRoutes
{
    private readonly bool[] _forward;
    private readonly bool[] _loop;
    private readonly Connection[][] _inbound;
    private readonly BitArray[] _ancestors;

    public FlowRoutes(FlowchartPlan plan, int start)
    {
        _forward = new bool[plan.Connections.Length];
        _loop = new bool[plan.Connections.Length];
        _ancestors = new BitArray[plan.ChildCount];
        for (var i = 0; i < _ancestors.Length; i++)
        {
            _ancestors[i] = new BitArray(plan.ChildCount);
        }

        Classify(plan, start);
        _inbound = new Connection[plan.ChildCount][];
        for (var i = 0; i < plan.ChildCount; i++)
        {
            _inbound[i] = [.. plan.Inbound(i).Where(c => _forward[c.Index])];
        }

        foreach (var connection in plan.Connections.Where(IsBackward))
        {
            _loop[connection.Index] = AllWaysPass(connection.Target, connection.Source, start);
        }
    }

    public bool IsBackward(Connection connection) => !_forward[connection.Index];

    /// <summary>Whether a backward connection is a proper loop.</summary>
    public bool IsLoop(Connection connection) => _loop[connection.Index];

    /// <summary>Forward connections into a child.</summary>
    public Connection[] Inbound(int child) => _inbound[child];

    /// <summary>Whether forward connections lead from one child to the other.</summary>
    public bool Reaches(int from, int to) => _ancestors[to][from];

    private void Classify(FlowchartPlan plan, int start)
    {
        var done = new bool[plan.ChildCount];
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var source))
        {
            done[source] = true;
            foreach (var connection in plan.Outbound(source))
            {
                var target = connection.Target;
                if (_forward[connection.Index] || target == source || Reaches(target, source))
                {
                    continue;
                }

                foreach (var twin in plan.Outbound(source).Where(c => c.Target == target))
                {
                    _forward[twin.Index] = true;
                }

                LeadOn(source, target);
                if (!done[target])
                {
                    queue.Enqueue(target);
                }
            }
        }
    }

    /// <summary>Whoever reaches the source now also reaches the target and what the target reaches.</summary>
    private void LeadOn(int source, int target)
    {
        for (var child = 0; child < _ancestors.Length; child++)
        {
            if (child == target || Reaches(target, child))
            {
                _ancestors[child].Or(_ancestors[source]);
                _ancestors[child][source] = true;
            }
        }
    }

    /// <summary>Whether every way of forward connections from the start to a child leads through another one.</summary>
    private bool AllWaysPass(int through, int child, int start)
    {
        if (through == child || through == start)
        {
            return true;
        }

        var seen = new BitArray(_inbound.Length) { [child] = true };
        var stack = new Stack<int>([child]);
        while (stack.TryPop(out var at))
        {
            if (at == start)
            {
                return false;
            }

            foreach (var connection in _inbound[at].Where(c => c.Source != through && !seen[c.Source]))
            {
                seen[connection.Source] = true;
                stack.Push(connection.Source);
            }
        }

        return true;
    }
}
