using System.Text.Json;
using AgentIQ.Postgres;

namespace AgentIQ.Workflows;

/// <summary>
/// What pages do with instances as a whole. Every call sees the scope's tenant only and writes in the caller's transaction; each change is
/// recorded with who asked for it (<see cref="IIncidents.ActionsAsync"/>).
/// </summary>
public interface IWorkflowInstances
{
    /// <summary>A page of instances. Without conditions it costs what the page has, however many instances there are.</summary>
    Task<InstancePage> ListAsync(TenantScope scope, InstanceFilter filter, CancellationToken ct);

    /// <summary>Asks to cancel instances, as <see cref="IWorkflows.CancelAsync"/> does, and records who asked.</summary>
    /// <returns>How many of them run and so will be cancelled. Those that have ended, faulted ones included, stay as they are.</returns>
    Task<int> CancelAsync(TenantScope scope, IReadOnlyCollection<Guid> instanceIds, string actor, CancellationToken ct);

    /// <summary>
    /// Removes instances that have ended and that no worker is busy with: row, journal, bookmarks, queued work, waiting stimuli, incidents and
    /// tasks. What stays is the ledger of effects, because it is what keeps an effect from happening twice, and the record of what people did.
    /// An instance that runs is not removed: cancel it first, so that whoever waits for it hears of its end.
    /// </summary>
    /// <returns>How many were removed.</returns>
    Task<int> DeleteAsync(TenantScope scope, IReadOnlyCollection<Guid> instanceIds, string actor, CancellationToken ct);

    /// <summary>
    /// Asks to change variables of an instance that waits: a burst of its own writes them, so that it comes before or after whatever else
    /// happens to the instance and never in the middle. Should the instance have gone on by then, what no longer exists is left out.
    /// </summary>
    /// <param name="scope">The tenant.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="values">New values by the variables' ids, as <see cref="Monitoring.IWorkflowViewer.VariablesAsync"/> names them.</param>
    /// <param name="actor">Who asks, as pages show it.</param>
    /// <param name="ct">Cancels the request.</param>
    /// <returns>False when the tenant has no instance of that id.</returns>
    /// <exception cref="InstanceRefusedException">
    /// It does not wait, has no such variable, the value does not fit the variable's type, or the variable is kept nowhere over a wait.
    /// </exception>
    Task<bool> SetVariablesAsync(TenantScope scope, Guid instanceId, IReadOnlyDictionary<string, JsonElement> values, string actor, CancellationToken ct);

    /// <summary>Whether changes of the instance's variables are asked for and not yet written; given up ones do not count.</summary>
    Task<bool> AreVariablesPendingAsync(TenantScope scope, Guid instanceId, CancellationToken ct);

    /// <summary>The instance with its journal as something that can be kept outside; null when the tenant has none of that id.</summary>
    Task<InstanceArchive?> ExportAsync(TenantScope scope, Guid instanceId, CancellationToken ct);

    /// <summary>
    /// Brings an instance back to be read. It never runs again: one that ran when it was exported comes back as cancelled, because in the
    /// meantime it may have gone on elsewhere, and no incident is open.
    /// </summary>
    /// <exception cref="InstanceRefusedException">
    /// An instance of that id is here, the version that it ran on is not, or the archive cannot be read as what it says it is.
    /// </exception>
    Task ImportAsync(TenantScope scope, InstanceArchive archive, string actor, CancellationToken ct);
}
