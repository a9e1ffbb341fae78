using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>Makes the state of an instance from its row, on the version that it runs.</summary>
internal sealed class InstanceStates(WorkflowCatalog catalog, IServiceProvider services)
{
    public async Task<WorkflowInstance> ReadAsync(TenantScope scope, InstanceHead head, CancellationToken ct)
    {
        var instance = new WorkflowInstance(head.Id, scope.TenantId, await catalog.GetAsync(scope, head.VersionId, ct))
        {
            IsSandbox = head.IsSandbox,
            CorrelationId = head.CorrelationId,
            Name = head.Name,
            SubStatus = head.SubStatus,
        };
        if (head.State is not null)
        {
            StateDeserializer.Read(head.State, instance, services);
        }

        return instance;
    }
}
