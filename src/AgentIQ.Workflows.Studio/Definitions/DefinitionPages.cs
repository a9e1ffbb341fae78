using AgentIQ.Postgres;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>What the designer gets of a version.</summary>
internal static class DefinitionPages
{
    /// <summary>The definition with what the caller may do with it.</summary>
    public static async Task<RawJson> ForPageAsync(this IWorkflowDefinitionQueries queries, TenantScope scope, DefinitionVersion version, StudioCaller caller, CancellationToken ct) =>
        new(await queries.ForDesignerAsync(scope, version, DefinitionLinks.JsonOf(caller, version.Summary), ct));
}
