using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Execution;

/// <content>How executions and the instance end: completion, cancelling, faults.</content>
internal sealed partial class Burst
{
    /// <summary>Completes an execution and tells the container around it. Without the activity it has no outputs, or they were collected before.</summary>
    public void Complete(ActivityExecution execution, Activity? activity, string[]? outcomes)
    {
        if (execution.Status != ExecutionStatus.Running)
        {
            return;
        }

        var names = outcomes ?? execution.Node.Descriptor.DefaultOutcomes;
        var outputs = activity switch
        {
            null => null,
            ContainerActivity => Outputs.Of(execution.Node),
            _ => Outputs.Collect(activity, execution),
        };
        End(execution, ExecutionStatus.Completed);
        CancelInside(execution);
        Record(execution, JournalEvent.Completed, names, outputs);
        if (execution.Parent is { } around)
        {
            around.Pending--;
        }

        if (_workflowOutcomes is not null || execution.Parent is not { } parent)
        {
            CompleteContainers(execution.Parent);
        }
        else if (parent.Status == ExecutionStatus.Running && !_finished)
        {
            TellContainer(parent, execution, names);
        }
    }

    /// <summary>Cancels an execution, then everything inside it. What is only scheduled inside never runs.</summary>
    public void Cancel(ActivityExecution execution)
    {
        if (execution.Status is not (ExecutionStatus.Running or ExecutionStatus.Faulted))
        {
            return;
        }

        End(execution, ExecutionStatus.Canceled);
        Record(execution, JournalEvent.Canceled);
        if (execution.Parent is { } parent)
        {
            parent.Pending--;
        }

        CancelInside(execution);
    }

    /// <summary>Breaks the nearest loop around an activity, and every sequence and fork on the way to it.</summary>
    public void Break(ActivityExecution inside)
    {
        for (var container = inside.Parent; container is not null; container = container.Parent)
        {
            var answer = ((ContainerActivity)container.Node.Descriptor.Create(Services)).AnswerToBreak;
            container.IsBreaking |= answer != BreakAnswer.None;
            if (answer == BreakAnswer.EndsHere)
            {
                return;
            }
        }
    }

    /// <summary>Makes the completion of this activity complete every container around it, and so the workflow; inside a workflow used as an activity, that one.</summary>
    public void CompleteWorkflow(ActivityExecution by, string[] outcomes)
    {
        if (by.Node.Composite is null)
        {
            Instance.Outcomes = outcomes;
        }

        _workflowOutcomes = outcomes;
    }

    /// <summary>Ends the workflow at once: nothing scheduled runs, nothing that waits is resumed or recorded as cancelled.</summary>
    public void Finish(ActivityExecution by)
    {
        Instance.Scheduled.Clear();
        Instance.Executions.RemoveAll(e => e != by && !by.IsInside(e));
        Instance.Bookmarks.Clear();
        Instance.Effects.Clear();
        NewEffects.Clear();
        Instance.RootCompleted = true;
        _finished = true;
    }

    /// <summary>Cancels the instance, also one that has faulted: that one is over only because nobody has dealt with it yet.</summary>
    public void CancelInstance()
    {
        if (Instance.SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled)
        {
            return;
        }

        Instance.Scheduled.Clear();
        while (Instance.Executions.Count > 0)
        {
            Cancel(Instance.Executions[0]);
        }

        ResolvedIncidents.AddRange(Instance.Incidents.Select(i => i.Id));
        Instance.Incidents.Clear();
        Instance.SubStatus = WorkflowSubStatus.Cancelled;
        SettleFamily();
    }

    private bool _finished;
    private string[]? _workflowOutcomes;

    private void CompleteContainers(ActivityExecution? innermost)
    {
        var outcomes = _workflowOutcomes ?? OutcomeNames.JustDone;
        _workflowOutcomes = null;
        for (var container = innermost; container is not null; container = container.Parent)
        {
            if (container.Node.Descriptor.Workflow is not null)
            {
                var activity = (WorkflowDefinitionActivity)container.Node.Descriptor.Create(Services);
                activity.CompleteWith(new ContainerContext(this, container, activity), outcomes);
                return;
            }

            if (container.Status == ExecutionStatus.Running)
            {
                End(container, ExecutionStatus.Completed);
                CancelInside(container);
                Record(container, JournalEvent.Completed, OutcomeNames.JustDone);
            }
        }

        Instance.RootCompleted = true;
    }

    private void TellContainer(ActivityExecution container, ActivityExecution child, string[] outcomes)
    {
        try
        {
            if (container.Node.Descriptor.Create(Services) is not ContainerActivity activity)
            {
                // An effect ran one of its embedded activities; what it put out was written before.
                Complete(container, activity: null, outcomes: null);
                return;
            }

            activity.ChildCompleted(new ContainerContext(this, container, activity), child.Node, outcomes);
        }
        catch (DeadEndException e)
        {
            child.Status = ExecutionStatus.Faulted;
            container.Pending++;
            var place = Instance.Executions.FindIndex(later => later.Number > child.Number);
            Instance.Executions.Insert(place < 0 ? Instance.Executions.Count : place, child);
            Fault(child, e);
        }
        catch (Exception e) when (e is not RepeatBurstException)
        {
            Fault(container, e);
        }
    }

    private void CancelInside(ActivityExecution container)
    {
        if (container.Pending == 0)
        {
            return;
        }

        foreach (var child in Instance.Executions.FindAll(e => e.Parent == container))
        {
            Cancel(child);
        }
    }

    private void End(ActivityExecution execution, ExecutionStatus status)
    {
        execution.Status = status;
        Instance.Executions.Remove(execution);
        if (Instance.Bookmarks.Count > 0)
        {
            Instance.Bookmarks.RemoveAll(b => b.Execution == execution);
        }

        if (Instance.Effects.Count > 0)
        {
            Instance.Effects.RemoveAll(e => e.Execution == execution);
        }
    }

    private async ValueTask FaultAsync(ActivityExecution execution, Exception error, CancellationToken ct)
    {
        if (_touched == execution)
        {
            await _host.UndoAsync(execution, error, ct);
        }

        Fault(execution, error);
    }

    private void Fault(ActivityExecution execution, Exception error)
    {
        execution.Status = ExecutionStatus.Faulted;
        if (execution.Undelivered is null)
        {
            Instance.Bookmarks.RemoveAll(b => b.Execution == execution);
        }

        NewEffects.RemoveAll(e => e.Execution == execution);
        Instance.Effects.RemoveAll(e => e.Execution == execution);
        var cause = error.GetBaseException().Message;
        var incident = new Incident(NewId(), execution.Number, execution.Node, error.Message, cause == error.Message ? null : cause, error.ToString(), Now);
        Instance.Incidents.Add(incident);
        NewIncidents.Add(incident);
        Record(execution, JournalEvent.Faulted, message: error.Message);
    }

    /// <summary>Decides where the instance stands when nothing more can run.</summary>
    private void Settle()
    {
        if (Instance.Scheduled.Count > 0)
        {
            Instance.SubStatus = WorkflowSubStatus.Executing;
            return;
        }

        Instance.Trigger = null;

        if (Instance.HasFaulted && Instance.Workflow.IncidentStrategy == IncidentStrategy.Fault)
        {
            Instance.SubStatus = WorkflowSubStatus.Faulted;
        }
        else if (_finished || (Instance.RootCompleted && Instance.Executions.Count == 0))
        {
            Instance.SubStatus = WorkflowSubStatus.Finished;
            Instance.Executions.Clear();
        }
        else
        {
            Instance.SubStatus = WorkflowSubStatus.Suspended;
            ReportStandstill();
        }
    }

    /// <summary>Work that neither waits nor ends would hang unseen for ever: make it an incident instead (a deliberate difference from Elsa).</summary>
    private void ReportStandstill()
    {
        if (Instance.Bookmarks.Count == 0 && Instance.Effects.Count == 0 && !Instance.HasFaulted && Instance.Executions.Count > 0)
        {
            var innermost = Instance.Executions[^1];
            Fault(innermost, new InvalidOperationException($"'{innermost.Node.Name}' can neither go on nor end: nothing inside it runs, waits or has failed."));
            Settle();
        }
    }
}
