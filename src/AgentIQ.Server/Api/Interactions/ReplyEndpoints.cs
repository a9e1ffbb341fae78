using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Drafts;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Replies;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>Drafting, checking and sending a reply; mapped by <see cref="InteractionEndpoints"/>.</summary>
internal static class ReplyEndpoints
{
    public static async Task<Results<Ok<InteractionDetail>, ProblemHttpResult>> DraftAsync(
        Guid id, HttpContext context, CurrentUser user, Database database, Drafter drafter, InteractionViews views, CancellationToken ct)
    {
        try
        {
            return TypedResults.Ok(await database.InTenantAsync(
                user.SellerId,
                async scope =>
                {
                    await drafter.DraftAsync(scope, id, Actors.User(user.UserId), ct);
                    return (await views.FindAsync(scope, id, user, context.Request.Language(), ct))!;
                },
                ct));
        }
        catch (InteractionNotFoundException)
        {
            return context.Problem(CommonProblems.NotFound);
        }
    }

    public static async Task<Results<Ok<ReplyCheckView>, ProblemHttpResult>> CheckAsync(
        Guid id,
        ReplyTextRequest request,
        HttpContext context,
        CurrentUser user,
        Database database,
        InteractionStore interactions,
        ReplySituations situations,
        ReplyChecker checker,
        IPolicies policies,
        CancellationToken ct)
    {
        var asked = await database.InTenantAsync(
            user.SellerId,
            async scope => await interactions.FindAsync(scope, id, ct) is { } interaction
                ? await situations.OfAsync(scope, interaction, request.Text, CheckMoment.Send, ct)
                : null,
            ct);
        if (asked is null)
        {
            return context.Problem(CommonProblems.NotFound);
        }

        var language = context.Request.Language();
        var result = checker.Check(policies.Current(user.SellerId, ReplyChecker.PolicySet), asked);
        return TypedResults.Ok(new ReplyCheckView(
            result.Valid,
            [.. result.Violations.Select(finding => ReplyViews.Of(finding, language))],
            [.. result.Warnings.Select(finding => ReplyViews.Of(finding, language))]));
    }

    public static async Task<Results<Accepted<InteractionDetail>, ProblemHttpResult>> SendAsync(
        Guid id,
        SendReplyRequest request,
        HttpContext context,
        CurrentUser user,
        Database database,
        ReplyDesk desk,
        InteractionViews views,
        CancellationToken ct)
    {
        var language = context.Request.Language();
        try
        {
            var (submission, detail) = await database.InTenantAsync(
                user.SellerId,
                async scope =>
                {
                    var given = await desk.SubmitAsync(
                        scope,
                        new ReplyRequest(id, request.Text, new ReplyApprover(ReplyApproverKind.Person, user.UserId)) { SeenRevision = request.Revision },
                        ct);
                    return (given, given is ReplySubmission.Approved ? await views.FindAsync(scope, id, user, language, ct) : null);
                },
                ct);
            return submission switch
            {
                ReplySubmission.Approved => TypedResults.Accepted((string?)null, detail!),
                ReplySubmission.Stale => context.Problem(InteractionProblems.Stale),
                ReplySubmission.OnItsWay => context.Problem(InteractionProblems.ReplyOnItsWay),
                ReplySubmission.Blocked blocked => context.Problem(
                    InteractionProblems.Blocked,
                    new("violations", blocked.Violations.Select(violation => ReplyViews.Of(violation, language))),
                    new("warnings", blocked.Warnings.Select(violation => ReplyViews.Of(violation, language)))),
                _ => context.Problem(InteractionProblems.NotOpen),
            };
        }
        catch (InteractionNotFoundException)
        {
            return context.Problem(CommonProblems.NotFound);
        }
        catch (ChannelNotFoundException)
        {
            return context.Problem(InteractionProblems.NoChannel);
        }
    }
}
