namespace AgentIQ.Workflows.Execution;

/// <content>What people do about an instance, most of it about an open incident: that returns false when it is no longer open.</content>
internal sealed partial class Burst
{
    /// <summary>A new attempt of a faulted activity. A faulted instance runs again: a deliberate difference from Elsa.</summary>
    public ValueTask<bool> RetryAsync(Guid incidentId, CancellationToken ct, string? by = null) => RepairAsync(
        incidentId,
        async execution =>
        {
            Record(execution, JournalEvent.Retried, message: by is null ? null : $"Retried by {by}");
            if (execution.Undelivered is { } delivery)
            {
                execution.Undelivered = null;
                execution.Status = ExecutionStatus.Running;
                await DeliverAsync(execution, delivery, Instance.Bookmarks.Find(b => b.Number == delivery.Bookmark), ct);
                return;
            }

            End(execution, ExecutionStatus.Canceled);
            if (execution.Parent is { } parent)
            {
                parent.Pending--;
            }

            Schedule(execution.Node, execution.Parent, execution.Variables?.FindAll(v => v.Definition is null), execution.State);
        },
        ct);

    /// <summary>Completes a faulted activity with an outcome without running it. Nothing is written to what its outputs are bound to.</summary>
    public ValueTask<bool> SkipAsync(Guid incidentId, string outcome, string? by, CancellationToken ct) => RepairAsync(
        incidentId,
        execution =>
        {
            Record(execution, JournalEvent.Skipped, message: $"Skipped by {by ?? "nobody named"}");
            execution.Undelivered = null;
            execution.Status = ExecutionStatus.Running;
            Complete(execution, activity: null, [outcome]);
            return ValueTask.CompletedTask;
        },
        ct);

    /// <summary>Writes into variables of an instance that waits. Nothing runs; what no longer fits the instance is left out.</summary>
    public void SetVariables(IReadOnlyDictionary<string, System.Text.Json.JsonElement> values)
    {
        if (Instance.SubStatus == WorkflowSubStatus.Suspended)
        {
            VariableChanges.Apply(Instance, values);
        }
    }

    private async ValueTask<bool> RepairAsync(Guid incidentId, Func<ActivityExecution, ValueTask> repair, CancellationToken ct)
    {
        if (Instance.Incidents.Find(i => i.Id == incidentId) is not { } incident)
        {
            return false;
        }

        // An incident that only shows a child's fault is resolved by whatever is done about it: there is nothing of this instance to run.
        if (incident.ChildInstanceId is not null)
        {
            Resolve(incident);
            return true;
        }

        if (Instance.Executions.Find(e => e.Number == incident.Execution) is not { } execution)
        {
            return false;
        }

        Resolve(incident);
        ForgetWhatIsNotStored();
        await repair(execution);
        await DrainAsync(ct);
        return true;
    }

    private void Resolve(Incident incident)
    {
        Instance.Incidents.Remove(incident);
        ResolvedIncidents.Add(incident.Id);
    }
}
