using AgentIQ.Postgres;
using AgentIQ.Server.Api.Workflows.Definitions;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Definitions.Comparison;

using Language = AgentIQ.Server.Problems.Language;

namespace AgentIQ.Server.Api.Workflows.Comparison;

/// <summary>Compares stored versions and says it in the reader's language.</summary>
internal sealed class ComparisonViews(IWorkflowDefinitionQueries queries, ActivityNames names)
{
    /// <summary>Null when the definition or a version that was named by its number does not exist.</summary>
    public async Task<WorkflowComparison?> CompareAsync(
        TenantScope scope, string definitionId, ComparedVersion from, ComparedVersion to, Language language, CancellationToken ct)
    {
        if (await queries.FindAsync(scope, definitionId, VersionOptions.Latest, ct) is not { } latest)
        {
            return null;
        }

        var first = await FindAsync(scope, from, latest, ct);
        var second = await FindAsync(scope, to, latest, ct);
        if ((first is null && !from.MayBeMissing) || (second is null && !to.MayBeMissing))
        {
            return null;
        }

        var sentences = new ChangeSentences(names, language);
        var changes = first is null || second is null ? [] : DefinitionComparer.Compare(first.Body, second.Body);
        return new WorkflowComparison(VersionOf(first), VersionOf(second), [.. changes.Select(sentences.View)]);
    }

    private async Task<DefinitionVersion?> FindAsync(TenantScope scope, ComparedVersion wanted, DefinitionVersion latest, CancellationToken ct) => wanted.Word switch
    {
        "latest" => latest,
        "published" => await queries.FindAsync(scope, latest.Summary.DefinitionId, VersionOptions.Published, ct),
        "base" => latest.Summary.BaseVersionId is { } id ? await queries.FindByIdAsync(scope, id, ct) : null,
        "newer_base" => latest.Summary.NewerBaseVersionId is { } id ? await queries.FindByIdAsync(scope, id, ct) : null,
        _ => await queries.FindAsync(scope, latest.Summary.DefinitionId, VersionOptions.Of(wanted.Number), ct),
    };

    private static WorkflowVersionView? VersionOf(DefinitionVersion? version) => version is null ? null : WorkflowVersionView.Of(version.Summary);
}
