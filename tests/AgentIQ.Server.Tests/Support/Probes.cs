using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Server.Tests;

/// <summary>Endpoints as the domain has them, one for each policy, so that the platform is tested without the domain.</summary>
internal static class Probes
{
    public const string Secret = "the connection string of the moon";

    /// <summary>An id in the place of every route parameter.</summary>
    public static readonly Guid OfFirstSeller = new("01900000-0000-7000-8000-0000000000aa");

    public static void Map(IEndpointRouteBuilder app)
    {
        var probe = app.MapGroup("/api/probe").ExcludeFromDescription();
        probe.MapPost("/answer", () => "answered").RequireAuthorization(AccessPolicies.CanAnswer);
        probe.MapPost("/manage", () => "managed").RequireAuthorization(AccessPolicies.CanManage);
        probe.MapPost("/own", () => "owned").RequireAuthorization(AccessPolicies.CanOwn);
        probe.MapGet("/people/{id:guid}", PersonAsync);
        probe.MapGet("/broken", string () => throw new InvalidOperationException(Secret)).AllowAnonymous();
    }

    private static async Task<IResult> PersonAsync(Guid id, HttpContext context, CurrentUser user, Database database, UserStore users, CancellationToken ct)
        => await database.InTenantAsync(user.SellerId, scope => users.FindActiveAsync(scope, id, ct), ct) is { } person
            ? TypedResults.Ok(person.Member)
            : context.Problem(CommonProblems.NotFound);
}
