using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Execution;

/// <content>How executions and the instance end: completion, cancelling, faults.</content>
internal sealed partial class Burst
{
    /// <summary>Completes an execution and tells the container around it.</summary>
    public void Complete(ActivityExecution execution, Activity activity, string[]? outcomes)
    {
        if (execution.Status != ExecutionStatus.Running)
        {
            return;
        }

        var names = outcomes ?? execution.Node.Descriptor.DefaultOutcomes;
        var outputs = Outputs.Collect(activity, execution);
        CancelInside(execution);
        End(execution, ExecutionStatus.Completed);
        Record(execution, JournalEvent.Completed, names, outputs);
        if (execution.Parent is { } around)
        {
            around.Pending--;
        }

        if (_completesWorkflow || execution.Parent is not { } parent)
        {
            CompleteContainers(execution.Parent);
            return;
        }

        if (parent.Status == ExecutionStatus.Running)
        {
            TellContainer(parent, execution.Node, names);
        }
    }

    /// <summary>Cancels an execution and everything inside it, innermost first. What is only scheduled inside never runs.</summary>
    public void Cancel(ActivityExecution execution)
    {
        if (execution.Status is not (ExecutionStatus.Running or ExecutionStatus.Faulted))
        {
            return;
        }

        CancelInside(execution);
        End(execution, ExecutionStatus.Canceled);
        Record(execution, JournalEvent.Canceled);
        if (execution.Parent is { } parent)
        {
            parent.Pending--;
        }
    }

    /// <summary>Makes the completion of this activity complete every container around it, and so the workflow.</summary>
    public void CompleteWorkflow(string[] outcomes)
    {
        Instance.Outcomes = outcomes;
        _completesWorkflow = true;
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

    /// <summary>Cancels the instance.</summary>
    public void CancelInstance()
    {
        if (Instance.Status == WorkflowStatus.Finished)
        {
            return;
        }

        Instance.Scheduled.Clear();
        if (Instance.Executions.Count > 0)
        {
            Cancel(Instance.Executions[0]);
        }

        ResolvedIncidents.AddRange(Instance.Incidents.Select(i => i.Id));
        Instance.Incidents.Clear();
        Instance.SubStatus = WorkflowSubStatus.Cancelled;
    }

    /// <summary>A new attempt of a faulted activity. A faulted instance runs again: a deliberate difference from Elsa.</summary>
    /// <returns>False when the incident is no longer open.</returns>
    public async ValueTask<bool> RetryAsync(Guid incidentId, CancellationToken ct)
    {
        var incident = Instance.Incidents.Find(i => i.Id == incidentId);
        var execution = Instance.Executions.Find(e => e.Number == incident?.Execution);
        if (incident is null || execution is null)
        {
            return false;
        }

        Instance.Incidents.Remove(incident);
        ResolvedIncidents.Add(incident.Id);
        ForgetWhatIsNotStored();
        if (execution.Undelivered is { } delivery)
        {
            execution.Undelivered = null;
            execution.Status = ExecutionStatus.Running;
            await DeliverAsync(execution, delivery, Instance.Bookmarks.Find(b => b.Number == delivery.Bookmark), ct);
        }
        else
        {
            End(execution, ExecutionStatus.Canceled);
            if (execution.Parent is { } parent)
            {
                parent.Pending--;
            }

            Schedule(execution.Node, execution.Parent, execution);
        }

        await DrainAsync(ct);
        return true;
    }

    private bool _finished;
    private bool _completesWorkflow;

    private void CompleteContainers(ActivityExecution? innermost)
    {
        _completesWorkflow = false;
        for (var container = innermost; container is not null; container = container.Parent)
        {
            if (container.Status == ExecutionStatus.Running)
            {
                CancelInside(container);
                End(container, ExecutionStatus.Completed);
                Record(container, JournalEvent.Completed, OutcomeNames.JustDone);
            }
        }

        Instance.RootCompleted = true;
    }

    private void TellContainer(ActivityExecution container, Node child, string[] outcomes)
    {
        try
        {
            var activity = (ContainerActivity)container.Node.Descriptor.Create(Services);
            activity.ChildCompleted(new ContainerContext(this, container, activity), child, outcomes);
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

        var isHandled = _finished || Instance.Workflow.IncidentStrategy == IncidentStrategy.ContinueWithIncidents;
        if (Instance.Incidents.Count > 0 && !isHandled)
        {
            Instance.SubStatus = WorkflowSubStatus.Faulted;
        }
        else if (Instance.RootCompleted)
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
        if (Instance.Bookmarks.Count == 0 && Instance.Effects.Count == 0 && Instance.Incidents.Count == 0 && Instance.Executions.Count > 0)
        {
            var innermost = Instance.Executions[^1];
            Fault(innermost, new InvalidOperationException($"'{innermost.Node.Name}' can neither go on nor end: nothing inside it runs, waits or has failed."));
            Settle();
        }
    }
}
