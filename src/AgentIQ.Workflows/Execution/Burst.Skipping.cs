namespace AgentIQ.Workflows.Execution;

/// <content>Going on without a faulted activity.</content>
internal sealed partial class Burst
{
    /// <summary>Completes a faulted activity with an outcome without running it. Nothing is written to what its outputs are bound to.</summary>
    /// <returns>False when the incident is no longer open.</returns>
    public async ValueTask<bool> SkipAsync(Guid incidentId, string outcome, string? by, CancellationToken ct)
    {
        var incident = Instance.Incidents.Find(i => i.Id == incidentId);
        var execution = Instance.Executions.Find(e => e.Number == incident?.Execution);
        if (incident is not null && IsDismissed(incident))
        {
            return true;
        }

        if (incident is null || execution is null)
        {
            return false;
        }

        Instance.Incidents.Remove(incident);
        ResolvedIncidents.Add(incident.Id);
        ForgetWhatIsNotStored();
        Record(execution, JournalEvent.Skipped, message: $"Skipped by {by ?? "nobody named"}");
        execution.Undelivered = null;
        execution.Status = ExecutionStatus.Running;
        Complete(execution, activity: null, [outcome]);
        await DrainAsync(ct);
        return true;
    }
}
