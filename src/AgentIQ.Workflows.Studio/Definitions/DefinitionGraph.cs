using AgentIQ.Postgres;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>Parts of a graph that a page does not have, such as the inside of a workflow that is used as an activity.</summary>
internal static class DefinitionGraph
{
    private const string WorkflowNodeId = "Workflow1";

    public static void MapGraph(this IEndpointRouteBuilder definitions)
    {
        definitions.MapGet("/subgraph/{versionId}", SubgraphAsync);
        definitions.MapGet("/subgraph/segments/{versionId}", SegmentsAsync);
    }

    private static async Task<IResult> SubgraphAsync(
        StudioCaller caller, string versionId, string? parentNodeId, Database database, IWorkflowDefinitionQueries queries, CancellationToken ct) =>
        await database.InTenantAsync(caller.TenantId, async scope =>
        {
            var version = await queries.FindByIdAsync(scope, versionId, ct);
            return version is null ? Results.NotFound()
                : parentNodeId == WorkflowNodeId ? StudioJson.Ok(await WorkflowAsync(queries, scope, version, ct))
                : await queries.FindNodeAsync(scope, version, string.IsNullOrEmpty(parentNodeId) ? null : parentNodeId, ct) is { } node ? StudioJson.Ok(NodeAnswer.Of(node))
                : Results.NotFound();
        }, ct);

    private static async Task<IResult> SegmentsAsync(
        StudioCaller caller, string versionId, string? childNodeId, Database database, IWorkflowDefinitionQueries queries, CancellationToken ct) =>
        await database.InTenantAsync(caller.TenantId, async scope =>
        {
            if (await queries.FindByIdAsync(scope, versionId, ct) is not { } version || await queries.FindNodeAsync(scope, version, childNodeId, ct) is not { } child)
            {
                return Results.NotFound();
            }

            var segments = PathSegment.To(child);
            var container = segments.Owner is { } owner ? NodeAnswer.Of(owner) : await WorkflowAsync(queries, scope, version, ct);
            return StudioJson.Ok(new SegmentsAnswer(NodeAnswer.Of(child), container, segments.Path));
        }, ct);

    private static async Task<NodeAnswer> WorkflowAsync(IWorkflowDefinitionQueries queries, TenantScope scope, DefinitionVersion version, CancellationToken ct) =>
        new(WorkflowNodeId, "Root", WorkflowActivityJson.Of(version.Summary, await queries.ForDesignerAsync(scope, version, links: null, ct)));

    private sealed record SegmentsAnswer(NodeAnswer ChildNode, NodeAnswer Container, IReadOnlyList<PathSegment> PathSegments);
}
