using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Pages.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Pages;

/// <summary>The pages that hold the designer's elements.</summary>
internal static class StudioPages
{
    private const string Html = "text/html; charset=utf-8";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapStudioPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(StudioPaths.Base).ExcludeFromDescription().AllowAnonymous();
        foreach (var screen in Screen.All)
        {
            pages.MapMethods(screen.Path, Reading, (HttpContext context, StudioOptions options, InstalledPackage installed, IAuthorizationService authorization)
                => AnswerAsync(screen, context, options, installed, authorization));
        }

        app.MapHardCodedLinks();
    }

    private static async Task<IResult> AnswerAsync(
        Screen screen, HttpContext context, StudioOptions options, InstalledPackage installed, IAuthorizationService authorization)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = CacheRules.AskAgain;
        headers.ContentSecurityPolicy = StudioSecurityPolicy.Value;
        if (!IsInFrame(context.Request) && !(await authorization.AuthorizeAsync(context.User, StudioPolicies.View)).Succeeded)
        {
            return Results.Redirect($"{context.Request.PathBase}{options.SignInPath}?back={Uri.EscapeDataString(context.Request.GetEncodedPathAndQuery())}");
        }

        return installed.Package is null
            ? Results.Content(MissingPackagePage.Html, Html, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Content(HostPage.Render(screen, (string?)context.GetRouteValue("id") ?? "", context.Request, options.SignInPath), Html);
    }

    // The page itself holds no data. In a frame its script tells the console that the session ended; a sign-in page in the frame would help nobody.
    private static bool IsInFrame(HttpRequest request) => request.Headers["Sec-Fetch-Dest"] == "iframe";
}
