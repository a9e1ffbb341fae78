using System.Text.Json;
using AgentIQ.Postgres;

namespace AgentIQ.Workflows.Durable.Instances;

/// <summary>Instances as a whole: each of the neighbours does one thing with them.</summary>
internal sealed class InstanceStore(InstanceCancelling cancelling, InstanceRemoval removal, VariableDesk variables, InstanceArchives archives) : IWorkflowInstances
{
    public Task<InstancePage> ListAsync(TenantScope scope, InstanceFilter filter, CancellationToken ct) => InstanceList.ReadAsync(scope, filter, ct);

    public Task<int> CancelAsync(TenantScope scope, IReadOnlyCollection<Guid> instanceIds, string actor, CancellationToken ct) => cancelling.AskAsync(scope, instanceIds, actor, ct);

    public Task<int> DeleteAsync(TenantScope scope, IReadOnlyCollection<Guid> instanceIds, string actor, CancellationToken ct) => removal.RemoveAsync(scope, instanceIds, actor, ct);

    public Task<bool> SetVariablesAsync(TenantScope scope, Guid instanceId, IReadOnlyDictionary<string, JsonElement> values, string actor, CancellationToken ct) =>
        variables.AskAsync(scope, instanceId, values, actor, ct);

    public Task<bool> AreVariablesPendingAsync(TenantScope scope, Guid instanceId, CancellationToken ct) => VariableDesk.IsPendingAsync(scope, instanceId, ct);

    public Task<InstanceArchive?> ExportAsync(TenantScope scope, Guid instanceId, CancellationToken ct) => archives.ReadAsync(scope, instanceId, ct);

    public Task ImportAsync(TenantScope scope, InstanceArchive archive, string actor, CancellationToken ct) => archives.WriteAsync(scope, archive, actor, ct);
}
