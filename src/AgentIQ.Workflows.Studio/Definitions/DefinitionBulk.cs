using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>One action on several definitions, in one transaction; what cannot be done with one of them is said and does not stop the others.</summary>
internal static class DefinitionBulk
{
    public static void MapBulk(this IEndpointRouteBuilder api)
    {
        var actions = api.MapGroup("/bulk-actions").ForEditors();
        actions.MapPost("/delete/workflow-definitions/by-definition-id", (StudioCaller caller, IdList ids, HttpRequest request, Database database, IWorkflowDefinitions definitions, CancellationToken ct) =>
            DeleteAsync(caller, ids, request, database, definitions.DeleteAsync, ct));
        actions.MapPost("/delete/workflow-definitions/by-id", (StudioCaller caller, IdList ids, HttpRequest request, Database database, IWorkflowDefinitions definitions, CancellationToken ct) =>
            DeleteAsync(caller, ids, request, database, definitions.DeleteVersionAsync, ct));
        actions.MapPost("/publish/workflow-definitions/by-definition-ids", PublishAsync);
        actions.MapPost("/retract/workflow-definitions/by-definition-ids", RetractAsync);
    }

    private static async Task<IResult> DeleteAsync(
        StudioCaller caller, IdList ids, HttpRequest request, Database database, Func<TenantScope, string, string, CancellationToken, Task<bool>> delete, CancellationToken ct)
    {
        if (ids.Problem is { } problem)
        {
            return BadRequestAnswer.Of(problem.In(request.Language()));
        }

        return StudioJson.Ok(new DeletedAnswer(await database.InTenantAsync(caller.TenantId, async scope =>
        {
            var deleted = 0;
            foreach (var id in InOrder(ids))
            {
                deleted += await delete(scope, id, caller.Author, ct) ? 1 : 0;
            }

            return deleted;
        }, ct)));
    }

    private static async Task<IResult> PublishAsync(StudioCaller caller, IdList ids, HttpRequest request, Database database, IWorkflowDefinitions definitions, CancellationToken ct)
    {
        if (ids.Problem is { } problem)
        {
            return BadRequestAnswer.Of(problem.In(request.Language()));
        }

        var answer = new PublishedAnswer();
        await database.InTenantAsync(caller.TenantId, async scope =>
        {
            foreach (var id in InOrder(ids))
            {
                try
                {
                    (await definitions.PublishLatestAsync(scope, id, caller.Author, ct) is { AlreadyPublished: true } ? answer.AlreadyPublished : answer.Published).Add(id);
                }
                catch (DefinitionNotFoundException)
                {
                    answer.NotFound.Add(id);
                }
                catch (InvalidDefinitionException e)
                {
                    // Thrown before anything of it is written.
                    answer.Failed.Add(id);
                    answer.Warnings[id] = DefinitionRefusals.Findings(body: null, e.Diagnostics, request.Language());
                }
            }
        }, ct);
        return StudioJson.Ok(answer);
    }

    private static async Task<IResult> RetractAsync(
        StudioCaller caller, IdList ids, HttpRequest request, Database database, IWorkflowDefinitions definitions, IWorkflowDefinitionQueries queries, CancellationToken ct)
    {
        if (ids.Problem is { } problem)
        {
            return BadRequestAnswer.Of(problem.In(request.Language()));
        }

        var answer = new RetractedAnswer();
        await database.InTenantAsync(caller.TenantId, async scope =>
        {
            foreach (var id in InOrder(ids))
            {
                var published = await queries.FindAsync(scope, id, VersionOptions.Published, ct);
                if (published is { Summary.IsPlatform: false })
                {
                    await definitions.RetractAsync(scope, id, caller.Author, ct);
                    answer.Retracted.Add(id);
                }
                else if (published is not null)
                {
                    answer.Skipped.Add(id);
                }
                else if (await queries.FindAsync(scope, id, VersionOptions.Latest, ct) is null)
                {
                    answer.NotFound.Add(id);
                }
                else
                {
                    answer.AlreadyRetracted.Add(id);
                    answer.NotPublished.Add(id);
                }
            }
        }, ct);
        return StudioJson.Ok(answer);
    }

    /// <summary>Each action holds its definition until the end; two people who act on the same ones hold them in the same order.</summary>
    private static IEnumerable<string> InOrder(IdList ids) => ids.Ids.Order(StringComparer.Ordinal);

    private sealed record DeletedAnswer(int Deleted);

    private sealed record PublishedAnswer
    {
        public List<string> Published { get; } = [];

        public List<string> AlreadyPublished { get; } = [];

        public List<string> NotFound { get; } = [];

        public List<string> Skipped { get; } = [];

        public List<string> UpdatedConsumers { get; } = [];

        /// <summary>Those with errors.</summary>
        public List<string> Failed { get; } = [];

        /// <summary>What was found in those that failed.</summary>
        public Dictionary<string, IReadOnlyList<string>> Warnings { get; } = new(StringComparer.Ordinal);
    }

    private sealed record RetractedAnswer
    {
        public List<string> Retracted { get; } = [];

        public List<string> AlreadyRetracted { get; } = [];

        /// <summary>Those that the platform publishes.</summary>
        public List<string> Skipped { get; } = [];

        public List<string> NotPublished { get; } = [];

        public List<string> NotFound { get; } = [];
    }
}
