using AgentIQ.Postgres;

namespace AgentIQ.Workflows.Execution;

/// <summary>A burst without a database.</summary>
internal sealed class InMemoryBurstHost(IServiceProvider services, TimeProvider time, IIdSource ids) : BurstHost(time, ids)
{
    public override IServiceProvider Services { get; } = services;
}
