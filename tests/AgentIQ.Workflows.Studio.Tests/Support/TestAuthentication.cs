using System.Security.Claims;
using System.Text.Encodings.Web;
using AgentIQ.Workflows.Studio.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentIQ.Workflows.Studio.Tests.Support;

/// <summary>Somebody who sends requests; nobody when a client has none.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Name">The author that changes are recorded for.</param>
/// <param name="CanEdit">Whether they may change workflows.</param>
internal sealed record Person(Guid Tenant, string Name, bool CanEdit)
{
    public static readonly Guid Seller = Guid.Parse("00000000-0000-7000-8000-0000000000aa");

    public static readonly Guid OtherSeller = Guid.Parse("00000000-0000-7000-8000-0000000000bb");

    public static Person Manager { get; } = new(Seller, "Марина", CanEdit: true);

    public static Person SecondManager { get; } = new(Seller, "Пётр", CanEdit: true);

    public static Person Operator { get; } = new(Seller, "Илья", CanEdit: false);

    public static Person Stranger { get; } = new(OtherSeller, "Чужая", CanEdit: true);

    /// <summary>What the request carries.</summary>
    public string Header => $"{Tenant:D};{Uri.EscapeDataString(Name)};{(CanEdit ? "edit" : "view")}";
}

/// <summary>Reads a <see cref="Person"/> from the request's header, in the place of a session.</summary>
internal sealed class TestAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Test";

    public const string HeaderName = "X-Test-Person";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[HeaderName].ToString().Split(';') is not [var tenant, var name, var may])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity([new("tenant", tenant), new("name", Uri.UnescapeDataString(name)), new("may", may)], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
    }
}

/// <summary>The host's answer to who asks.</summary>
internal sealed class TestCallers : IStudioCallers
{
    public ValueTask<StudioCaller> OfAsync(HttpContext context) => ValueTask.FromResult(new StudioCaller(
        Guid.Parse(context.User.FindFirstValue("tenant")!), context.User.FindFirstValue("name")!, context.User.HasClaim("may", "edit")));
}
