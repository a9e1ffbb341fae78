using AgentIQ.Interactions;
using AgentIQ.Orchestration.Assignment;
using AgentIQ.Postgres;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>The inbox and one interaction.</summary>
internal static class InteractionEndpoints
{
    public static IEndpointRouteBuilder MapInteractions(this IEndpointRouteBuilder api)
    {
        var interactions = api.MapGroup("/interactions").WithTags("Interactions");

        interactions.MapGet("", ListAsync)
            .WithName("listInteractions").WithSummary("One page of a queue")
            .WithDescription("needs_reply comes by deadline, the other queues newest first. Give nextCursor back as cursor to read on.")
            .ProducesProblem(400);

        interactions.MapGet("/counts", CountAsync)
            .WithName("countInteractions").WithSummary("How many interactions stand in each queue");

        interactions.MapGet("/{id:guid}", GetAsync)
            .WithName("getInteraction").WithSummary("One interaction with everything that explains it").ProducesProblem(404);

        interactions.MapPost("/{id:guid}/assignment", AssignAsync).RequireAuthorization(AccessPolicies.CanAnswer)
            .WithName("assignInteraction").WithSummary("Give it to a person, or to nobody").ProducesProblem(404).ProducesProblem(409);

        interactions.MapPost("/{id:guid}/draft", ReplyEndpoints.DraftAsync).RequireAuthorization(AccessPolicies.CanAnswer)
            .WithName("regenerateDraft").WithSummary("Propose another reply").ProducesProblem(404).ProducesProblem(409);

        interactions.MapPost("/{id:guid}/reply-check", ReplyEndpoints.CheckAsync).RequireAuthorization(AccessPolicies.CanAnswer)
            .WithName("checkReply").WithSummary("What the guardrails say of a text").WithDescription("Records nothing and sends nothing.")
            .ProducesProblem(404);

        interactions.MapPost("/{id:guid}/replies", ReplyEndpoints.SendAsync).RequireAuthorization(AccessPolicies.CanAnswer)
            .WithName("sendReply").WithSummary("Send a reply")
            .WithDescription("Passes the reply gate and hands the text to the workflow, which sends it once and confirms its publication.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

        return api;
    }

    private static async Task<Results<Ok<InteractionList>, ProblemHttpResult>> ListAsync(
        [AsParameters] InteractionListQuery query,
        HttpContext context,
        CurrentUser user,
        Database database,
        InteractionQueries queries,
        InteractionViews views,
        CancellationToken ct)
    {
        try
        {
            var filter = query.ToFilter(user);
            return TypedResults.Ok(await database.InTenantAsync(
                user.SellerId,
                async scope =>
                {
                    var page = await queries.ListAsync(scope, filter, ct);
                    var people = await views.PeopleAsync(scope, ct);
                    return new InteractionList([.. page.Items.Select(item => InteractionViews.Summary(item, people))], page.NextCursor);
                },
                ct));
        }
        catch (FormatException refused)
        {
            return context.Problem(InteractionProblems.BadFilter(refused.Message));
        }
    }

    private static async Task<Ok<InboxCounts>> CountAsync(
        CurrentUser user, Database database, InteractionQueries queries, TimeProvider time, CancellationToken ct) =>
        TypedResults.Ok(await database.InTenantAsync(user.SellerId, scope => queries.CountAsync(scope, time.GetUtcNow(), ct), ct));

    private static async Task<Results<Ok<InteractionDetail>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext context, CurrentUser user, Database database, InteractionViews views, CancellationToken ct) =>
        await database.InTenantAsync(user.SellerId, scope => views.FindAsync(scope, id, user, context.Request.Language(), ct), ct) is { } detail
            ? TypedResults.Ok(detail)
            : context.Problem(CommonProblems.NotFound);

    private static async Task<Results<Ok<InteractionDetail>, ProblemHttpResult>> AssignAsync(
        Guid id,
        AssignmentRequest request,
        HttpContext context,
        CurrentUser user,
        Database database,
        Assignments assignments,
        InteractionViews views,
        TimeProvider time,
        CancellationToken ct)
    {
        try
        {
            return TypedResults.Ok(await database.InTenantAsync(
                user.SellerId,
                async scope =>
                {
                    await assignments.AssignAsync(scope, id, request.UserId, Actors.User(user.UserId), time.GetUtcNow(), ct);
                    return (await views.FindAsync(scope, id, user, context.Request.Language(), ct))!;
                },
                ct));
        }
        catch (InteractionNotFoundException)
        {
            return context.Problem(CommonProblems.NotFound);
        }
        catch (UnknownAssigneeException)
        {
            return context.Problem(InteractionProblems.UnknownAssignee);
        }
        catch (InvalidTransitionException)
        {
            return context.Problem(InteractionProblems.NotOpen);
        }
    }
}
