using AgentIQ.Postgres;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Definitions.Comparison;

using Language = AgentIQ.Server.Problems.Language;

namespace AgentIQ.Server.Api.Workflows.Instances;

/// <summary>What the versions that instances run are called, and their activities; each version is read once.</summary>
internal sealed class RunningVersions(IWorkflowDefinitionQueries queries, ActivityNames names, TenantScope scope, Language language)
{
    private readonly Dictionary<string, (string? Name, IReadOnlyDictionary<string, ActivityReference> Activities)> _known = new(StringComparer.Ordinal);

    public async Task<string> NameOfAsync(string versionId, string definitionId, CancellationToken ct) => (await FindAsync(versionId, ct)).Name ?? definitionId;

    public async Task<string> ActivityAsync(string versionId, string activityId, string otherwise, CancellationToken ct) =>
        (await FindAsync(versionId, ct)).Activities.TryGetValue(activityId, out var activity) ? names.Of(activity, language) : otherwise;

    private async Task<(string? Name, IReadOnlyDictionary<string, ActivityReference> Activities)> FindAsync(string versionId, CancellationToken ct)
    {
        if (!_known.TryGetValue(versionId, out var found))
        {
            var version = await queries.FindByIdAsync(scope, versionId, ct);
            found = _known[versionId] = (version?.Summary.Name, version is null ? new Dictionary<string, ActivityReference>() : ActivityReference.AllOf(version.Body));
        }

        return found;
    }
}
