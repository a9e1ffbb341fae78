using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// What follows from the completion of one activity when tokens travel. Each connection that is taken gets a token; whether its target
/// runs now, the target's merge mode decides. An activity uses up the tokens that lead to it when it completes.
/// </summary>
internal readonly struct TokenRound(ContainerContext context, TokenState state)
{
    private FlowchartPlan Plan => context.Node.Flow!;

    private FlowRoutes Routes => state.Routes;

    /// <summary>Sends tokens out of a child that completed with these outcomes, and runs what they are enough for.</summary>
    public void Follow(int child, string[] outcomes)
    {
        var taken = Array.FindAll(Plan.Outbound(child), c => Array.IndexOf(outcomes, c.Port) >= 0);
        foreach (var connection in taken)
        {
            state.Tokens.Add(new Token(connection, TokenKind.Live));
        }

        state.Tokens.RemoveAll(t => t.Connection.Target == child && t.Kind == TokenKind.Live);
        foreach (var connection in taken)
        {
            Arrive(connection);
        }

        state.Tokens.RemoveAll(t => t.Connection.Target == child && t.Kind == TokenKind.UsedBlock);
    }

    /// <summary>
    /// Nothing runs or waits any more, but tokens are left. Elsa would stand still; here an activity that ignores dead ways runs, and for
    /// one that insists on all of them the flowchart is an incident (deliberate differences).
    /// </summary>
    /// <exception cref="InvalidOperationException">An activity waits for a way in that nothing can take any more.</exception>
    public void RunWhatNothingCanReach()
    {
        var left = state.Tokens.FindAll(t => t.Kind == TokenKind.Live).ConvertAll(t => t.Connection.Target);
        foreach (var target in left.Distinct())
        {
            if (ModeOf(target) == MergeMode.Stream)
            {
                Run(target);
            }
        }

        if (context.Pending == 0 && left.Count > 0)
        {
            var child = context.Node.Children[left[0]];
            throw new InvalidOperationException($"'{child.Id}' ({ModeOf(left[0])}) waits for a way in that nothing can take any more. Choose another merge mode, or let every way lead there.");
        }
    }

    private void Arrive(Connection connection)
    {
        var target = connection.Target;
        var mode = ModeOf(target);
        switch (mode)
        {
            case MergeMode.Cascade or MergeMode.Race:
                First(connection, mode);
                break;
            case MergeMode.Merge:
                All(target, Routes.Inbound(target));
                break;
            case MergeMode.Converge:
                All(target, Plan.Inbound(target));
                break;
            default:
                if (!IsOnItsWayToASourceOf(target))
                {
                    Run(target);
                }

                break;
        }
    }

    private void First(Connection connection, MergeMode mode)
    {
        var target = connection.Target;
        if (mode == MergeMode.Race)
        {
            foreach (var cancelled in context.CancelUpstream(Routes, target))
            {
                state.Tokens.RemoveAll(t => t.Connection.Source == cancelled || t.Connection.Target == cancelled);
            }
        }

        var block = state.Tokens.FindIndex(t => t.Connection == connection && t.Kind != TokenKind.Live);
        if (block >= 0)
        {
            // Elsa leaves the swallowed token behind when the target has completed, and then the flowchart never ends.
            state.Tokens[block] = new Token(connection, TokenKind.UsedBlock);
            state.Tokens.RemoveAll(t => t.Connection == connection && t.Kind == TokenKind.Live);
            return;
        }

        Run(target);
        foreach (var other in Routes.Inbound(target))
        {
            if (other.Source != connection.Source)
            {
                state.Tokens.Add(new Token(other, TokenKind.Block));
            }
        }
    }

    private void All(int target, Connection[] inbound)
    {
        if (inbound.Length <= 1)
        {
            Run(target);
            return;
        }

        foreach (var connection in inbound)
        {
            if (!state.Tokens.Contains(new Token(connection, TokenKind.Live)))
            {
                return;
            }
        }

        if (!IsPending(target))
        {
            Run(target);
        }
    }

    private void Run(int child) => context.Schedule(context.Node.Children[child]);

    private bool IsOnItsWayToASourceOf(int target)
    {
        foreach (var inbound in Routes.Inbound(target))
        {
            foreach (var token in state.Tokens)
            {
                if (token.Kind == TokenKind.Live && token.Connection.Target == inbound.Source)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsPending(int child)
    {
        foreach (var execution in context.Burst.Instance.Executions)
        {
            if (execution.Parent == context.Execution && execution.Node.ChildIndex == child)
            {
                return true;
            }
        }

        foreach (var work in context.Burst.Instance.Scheduled)
        {
            if (work.Parent == context.Execution && work.Node.ChildIndex == child)
            {
                return true;
            }
        }

        return false;
    }

    private MergeMode ModeOf(int child)
    {
        var node = context.Node.Children[child];
        if (!FlowJoin.Is(node))
        {
            return node.MergeMode;
        }

        return FlowJoin.ModeOf(node, context) == FlowJoinMode.WaitAny ? MergeMode.Race : MergeMode.Merge;
    }
}
