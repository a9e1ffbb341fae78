using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Definitions;

namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>One mover for each version that instances come from.</summary>
internal sealed class StateMovers(WorkflowCatalog catalog, string toVersionId, IReadOnlyDictionary<string, string> given)
{
    private readonly Dictionary<string, StateMover> _byVersion = [];

    public async ValueTask<StateMover> FromAsync(TenantScope scope, string versionId, CancellationToken ct)
    {
        if (!_byVersion.TryGetValue(versionId, out var mover))
        {
            var map = NodeMap.Between(await catalog.GetAsync(scope, versionId, ct), await catalog.GetAsync(scope, toVersionId, ct), given);
            _byVersion[versionId] = mover = new StateMover(map);
        }

        return mover;
    }
}
