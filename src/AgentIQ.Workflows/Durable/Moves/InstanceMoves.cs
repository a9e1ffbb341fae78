using AgentIQ.Postgres;

namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>Plans and applies moves.</summary>
internal sealed class InstanceMoves(Database database, MovePlanner planner, MoveApplier applier) : IInstanceMoves
{
    public async Task<MovePlan> PlanAsync(Guid tenantId, PlanMove request, IProgress<MoveProgress>? progress, CancellationToken ct) =>
        (await FindAsync(tenantId, await planner.PlanAsync(tenantId, request, progress, ct), ct))!;

    public async Task<MovePlan> ApplyAsync(Guid tenantId, Guid planId, IProgress<MoveProgress>? progress, CancellationToken ct)
    {
        await applier.ApplyAsync(tenantId, planId, progress, ct);
        return (await FindAsync(tenantId, planId, ct))!;
    }

    public Task<MovePlan?> FindAsync(Guid tenantId, Guid planId, CancellationToken ct) =>
        database.InTenantAsync(tenantId, scope => MoveRows.SummaryAsync(scope, planId, ct), ct);

    public Task<IReadOnlyList<InstanceMove>> InstancesAsync(Guid tenantId, Guid planId, MoveOutcome? outcome, Guid? after, int take, CancellationToken ct) =>
        database.InTenantAsync(tenantId, scope => MoveRows.InstancesAsync(scope, planId, outcome, after, take, ct), ct);
}
