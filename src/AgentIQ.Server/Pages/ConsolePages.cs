using Microsoft.Extensions.FileProviders;

namespace AgentIQ.Server.Pages;

/// <summary>
/// Serves the web console. Files under <c>/assets</c> carry a hash in their name and never change; everything else is
/// asked for again each time. Any other address is a page of the console's own router.
/// </summary>
internal static class ConsolePages
{
    private const string Forever = "public, max-age=31536000, immutable";

    private const string Html = "text/html; charset=utf-8";

    private const string AskAgain = "no-cache";

    // Addresses that belong to programs: an unknown one is "not found" and never a page.
    private static readonly PathString[] ForPrograms = ["/api", "/hubs", "/health", "/metrics", "/openapi", "/elsa", "/studio"];

    /// <summary>The built files; before authentication, for the sign-in page needs them.</summary>
    public static IApplicationBuilder UseConsoleFiles(this IApplicationBuilder app, string? folder)
        => folder is null ? app : app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = IsAsset(file.Context) ? Forever : AskAgain,
        });

    /// <summary>
    /// The console's pages; after routing and before authentication. Not an endpoint: one that matches every address would hide
    /// from the router that a method or a media type is wrong.
    /// </summary>
    public static IApplicationBuilder UseConsolePages(this IApplicationBuilder app, string? folder)
        => app.Use((context, next) =>
        {
            if (context.GetEndpoint() is not null || !IsRead(context) || ForPrograms.Any(prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                return next(context);
            }

            if (IsAsset(context) || Path.HasExtension(context.Request.Path.Value))
            {
                // A release takes old assets away; a page that is still open must hear "not found" and not "sign in".
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            context.Response.Headers.CacheControl = AskAgain;
            return Page(folder).ExecuteAsync(context);
        });

    private static bool IsRead(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static bool IsAsset(HttpContext context) => context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);

    private static IResult Page(string? folder)
        => folder is null
            ? Results.Content(NotBuiltPage.Html, Html, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.File(Path.Combine(folder, "index.html"), Html);
}
