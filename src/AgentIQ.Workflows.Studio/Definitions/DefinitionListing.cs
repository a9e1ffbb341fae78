using AgentIQ.Postgres;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>Lists of versions, and what the list's dialogs ask.</summary>
internal static class DefinitionListing
{
    public static void MapListing(this IEndpointRouteBuilder definitions)
    {
        definitions.MapGet(string.Empty, ListAsync);
        definitions.MapGet("/query/count", CountAsync);
        definitions.MapGet("/validation/is-name-unique", IsNameUniqueAsync);
    }

    private static async Task<IResult> ListAsync(StudioCaller caller, ListQuery query, Database database, IWorkflowDefinitionQueries queries, CancellationToken ct)
    {
        if (query.Problem is { } problem)
        {
            return BadRequestAnswer.Of(problem);
        }

        var page = await database.InTenantAsync(caller.TenantId, scope => queries.ListAsync(scope, query.Filter, ct), ct);
        return StudioJson.Ok(new ItemPage<DefinitionSummary>([.. page.Items.Select(version => DefinitionSummary.Of(caller, version))], page.TotalCount)
        {
            Links = DefinitionLinks.OfList(caller),
        });
    }

    private static async Task<IResult> CountAsync(StudioCaller caller, Database database, IWorkflowDefinitionQueries queries, CancellationToken ct)
    {
        var page = await database.InTenantAsync(caller.TenantId, scope => queries.ListAsync(scope, new DefinitionFilter { Take = 0 }, ct), ct);
        return StudioJson.Ok(new CountAnswer(page.TotalCount));
    }

    private static async Task<IResult> IsNameUniqueAsync(
        StudioCaller caller, string? name, string? definitionId, Database database, IWorkflowDefinitionQueries queries, CancellationToken ct) => StudioJson.Ok(new NameAnswer(
            await database.InTenantAsync(caller.TenantId, scope => queries.IsNameUniqueAsync(scope, name?.Replace("\0", string.Empty, StringComparison.Ordinal) ?? string.Empty, definitionId, ct), ct)));

    private sealed record CountAnswer(int Count);

    private sealed record NameAnswer(bool IsUnique);
}
