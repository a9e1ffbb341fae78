using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Sessions;

/// <summary>Signing in and out.</summary>
internal static class SessionEndpoints
{
    public static IEndpointRouteBuilder MapSessions(this IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session");

        session.MapPost("", SignInAsync).AllowAnonymous()
            .WithName("signIn").WithSummary("Sign in").WithDescription("Begins a session and sets its cookie.")
            .ProducesProblem(401).ProducesProblem(429);

        session.MapGet("", GetAsync)
            .WithName("getSession").WithSummary("Who is signed in").ProducesProblem(401);

        session.MapDelete("", (Delegate)SignOutAsync).AllowAnonymous()
            .WithName("signOut").WithSummary("Sign out").WithDescription("Ends the session; also when it has ended already.");

        return api;
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> SignInAsync(
        SignInRequest request, HttpContext context, SignIn signIn, SignInThrottle throttle, SessionValidator validator, TimeProvider time, CancellationToken ct)
    {
        if (!request.IsReasonable)
        {
            return context.Problem(SessionProblems.WrongCredentials);
        }

        var address = context.Connection.RemoteIpAddress?.ToString() ?? "local";
        if (throttle.Begin(request.Email, address) is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString();
            return context.Problem(SessionProblems.TooManyAttempts(wait));
        }

        if (await signIn.CheckAsync(request, ct) is not { } found)
        {
            return context.Problem(SessionProblems.WrongCredentials);
        }

        throttle.Succeeded(request.Email, address);
        validator.Forget(found.Member.Member.Id);
        await context.SignInAsync(SessionClaims.Principal(found.SellerId, found.Member), SessionCookie.Begin(time.GetUtcNow()));
        return TypedResults.Ok(Session.Of(found.SellerId, found.Member));
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> GetAsync(
        HttpContext context, CurrentUser user, Database database, UserStore users, CancellationToken ct)
        => await database.InTenantAsync(user.SellerId, scope => users.FindActiveAsync(scope, user.UserId, ct), ct) is { } member
            ? TypedResults.Ok(Session.Of(user.SellerId, member))
            : context.Problem(CommonProblems.SignInNeeded);

    private static async Task<NoContent> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync();
        return TypedResults.NoContent();
    }
}
