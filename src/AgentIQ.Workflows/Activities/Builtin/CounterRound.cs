using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// What follows from the completion of one activity when connections are counted. A connection is visited when its source completed or was
/// skipped, and followed when its port was among the outcomes. An activity runs once per round, when all its inbound forward connections
/// are visited and at least one was followed; when none was, it is skipped and its own connections are visited in turn. A backward
/// connection runs its target directly.
/// </summary>
internal readonly struct CounterRound(ContainerContext context, CounterState state)
{
    private FlowchartPlan Plan => context.Node.Flow!;

    /// <summary>Visits the connections out of a child that completed with these outcomes, or was skipped (none).</summary>
    /// <returns>Whether anything was scheduled.</returns>
    /// <exception cref="DeadEndException">A followed connection leads back to what is no head of a loop.</exception>
    public bool Follow(int child, string[] outcomes)
    {
        var scheduled = false;
        foreach (var connection in Plan.Outbound(child))
        {
            var followed = Array.IndexOf(outcomes, connection.Port) >= 0;
            state.Visits[connection.Index]++;
            state.Followed[connection.Index] = followed;
            scheduled |= state.Routes.IsBackward(connection) ? LoopBack(connection, followed) : Enter(connection, followed);
        }

        return scheduled;
    }

    /// <summary>
    /// The counters alone would leave an activity behind when one of its ways in is dead and belongs to an earlier round: a branch from
    /// before a loop that was not taken, or one that was cancelled. Such an activity runs when nothing that is still going on can reach it
    /// (a deliberate difference from Elsa, where the flowchart would end without it).
    /// </summary>
    public void RunWhatNothingCanReach()
    {
        for (var child = 0; child < Plan.ChildCount; child++)
        {
            if (IsLeftBehind(child) && !CanStillBeReached(child))
            {
                Run(child);
                BeginRound(child);
            }
        }
    }

    private bool LoopBack(Connection connection, bool followed)
    {
        if (!followed)
        {
            return false;
        }

        if (!state.Routes.IsLoop(connection))
        {
            var children = context.Node.Children;
            throw new DeadEndException(
                $"The connection from '{children[connection.Source].Id}' to '{children[connection.Target].Id}' leads back to what is not the head of a loop.");
        }

        context.Schedule(context.Node.Children[connection.Target]);
        return true;
    }

    private bool Enter(Connection connection, bool followed)
    {
        var target = connection.Target;
        var mode = ModeOf(context.Node.Children[target]);
        if (mode == FlowJoinMode.WaitAny && followed)
        {
            return state.Visits[connection.Index] > state.Runs[target] && RunFirst(target);
        }

        foreach (var inbound in state.Routes.Inbound(target))
        {
            if (state.Visits[inbound.Index] <= state.Runs[target])
            {
                return false;
            }
        }

        return HasEnough(target, mode) ? Run(target) : Skip(target);
    }

    private bool HasEnough(int target, FlowJoinMode mode)
    {
        var any = false;
        var all = true;
        foreach (var inbound in state.Routes.Inbound(target))
        {
            any |= state.Followed[inbound.Index];
            all &= state.Followed[inbound.Index];
        }

        return mode == FlowJoinMode.WaitAll ? all : any;
    }

    /// <summary>The first to arrive runs the join; what has started on other ways to it is cancelled.</summary>
    private bool RunFirst(int join)
    {
        Run(join);
        foreach (var cancelled in context.CancelUpstream(state.Routes, join))
        {
            Follow(cancelled, []);
        }

        return true;
    }

    private bool Run(int child)
    {
        state.Runs[child]++;
        context.Schedule(context.Node.Children[child]);
        return true;
    }

    /// <summary>Whatever led here so far is used up: only what comes from now on counts for the next run.</summary>
    private void BeginRound(int child)
    {
        foreach (var inbound in state.Routes.Inbound(child))
        {
            state.Visits[inbound.Index] = state.Runs[child];
        }
    }

    private bool Skip(int child)
    {
        state.Runs[child]++;
        return Follow(child, []);
    }

    /// <summary>Something led here that was not used, and every way in that lacks was dead when it was last visited.</summary>
    private bool IsLeftBehind(int child)
    {
        var arrived = false;
        foreach (var inbound in state.Routes.Inbound(child))
        {
            var isNew = state.Visits[inbound.Index] > state.Runs[child];
            if (!isNew && state.Followed[inbound.Index])
            {
                return false;
            }

            arrived |= isNew && state.Followed[inbound.Index];
        }

        return arrived && ModeOf(context.Node.Children[child]) != FlowJoinMode.WaitAll;
    }

    private bool CanStillBeReached(int child)
    {
        foreach (var execution in context.Burst.Instance.Executions)
        {
            if (execution.Parent == context.Execution && state.Routes.Reaches(execution.Node.ChildIndex, child))
            {
                return true;
            }
        }

        foreach (var work in context.Burst.Instance.Scheduled)
        {
            if (work.Parent == context.Execution && (work.Node.ChildIndex == child || state.Routes.Reaches(work.Node.ChildIndex, child)))
            {
                return true;
            }
        }

        return false;
    }

    private FlowJoinMode ModeOf(Node node) => FlowJoin.Is(node) ? FlowJoin.ModeOf(node, context) : FlowJoinMode.WaitAllActive;
}
