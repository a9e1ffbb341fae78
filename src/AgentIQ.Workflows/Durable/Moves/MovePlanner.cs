using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Definitions;

namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>The dry run: reads every running instance, page by page, and writes down what a move would do to it.</summary>
internal sealed class MovePlanner(Database database, DefinitionQueries queries, WorkflowCatalog catalog, IIdSource ids, TimeProvider time)
{
    /// <summary>Instances per transaction.</summary>
    public const int PageSize = 500;

    public async Task<Guid> PlanAsync(Guid tenantId, PlanMove request, IProgress<MoveProgress>? progress, CancellationToken ct)
    {
        var id = ids.Next();
        await database.InTenantAsync(tenantId, scope => BeginAsync(scope, id, request, ct), ct);
        var after = Guid.Empty;
        var (done, blocked) = (0, 0);
        while (true)
        {
            var page = await database.InTenantAsync(tenantId, scope => PageAsync(scope, id, request, after, ct), ct);
            if (page.Count == 0)
            {
                break;
            }

            after = page[^1].InstanceId;
            done += page.Count;
            blocked += page.Count(i => i.Outcome == MoveOutcome.Blocked);
            progress?.Report(new MoveProgress(done, blocked));
        }

        await database.InTenantAsync(tenantId, scope => MoveRows.SetStateAsync(scope, id, MoveState.Planned, time.GetUtcNow(), ct), ct);
        return id;
    }

    private async Task BeginAsync(TenantScope scope, Guid id, PlanMove request, CancellationToken ct)
    {
        var target = await VersionAsync(scope, request.DefinitionId, request.ToVersionId, ct);
        if (request.FromVersionId is { } from)
        {
            await VersionAsync(scope, request.DefinitionId, from, ct);
            if (from == request.ToVersionId)
            {
                throw new DefinitionRefusedException("The instances are on this version already. Choose another version to move them to.");
            }

            // Checks the mapping, before anything is looked at.
            NodeMap.Between(await catalog.GetAsync(scope, from, ct), await catalog.GetAsync(scope, request.ToVersionId, ct), request.Mapping ?? new Dictionary<string, string>());
        }

        await MoveRows.AddAsync(scope, id, request, TargetOf(target), time.GetUtcNow(), ct);
    }

    private async Task<DefinitionVersion> VersionAsync(TenantScope scope, string definitionId, string versionId, CancellationToken ct) =>
        await queries.FindByIdAsync(scope, versionId, ct) is { } found && found.Summary.DefinitionId == definitionId
            ? found
            : throw new DefinitionNotFoundException($"The workflow definition '{definitionId}' has no version '{versionId}'.");

    /// <summary>Changes with the target's text: a draft that was saved again is another target.</summary>
    public static string TargetOf(DefinitionVersion target) => $"{target.Summary.VersionId}/{target.Summary.Revision}";

    private async Task<IReadOnlyList<InstanceMove>> PageAsync(TenantScope scope, Guid id, PlanMove request, Guid after, CancellationToken ct)
    {
        var page = await MoveRows.PageAsync(scope, request, after, PageSize, ct);
        var movers = new StateMovers(catalog, request.ToVersionId, request.Mapping ?? new Dictionary<string, string>());
        var found = new List<InstanceMove>(page.Count);
        foreach (var (instanceId, versionId, state) in page)
        {
            var moved = (await movers.FromAsync(scope, versionId, ct)).Move(state);
            found.Add(new InstanceMove(instanceId, versionId, moved.Reasons.Count == 0 ? MoveOutcome.Movable : MoveOutcome.Blocked, moved.Standing, moved.Reasons, moved.Notes));
        }

        if (found.Count > 0)
        {
            await MoveRows.AddFoundAsync(scope, id, found, time.GetUtcNow(), ct);
        }

        return found;
    }
}
