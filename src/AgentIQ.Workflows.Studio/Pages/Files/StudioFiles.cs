using Microsoft.AspNetCore.Http;

namespace AgentIQ.Workflows.Studio.Pages.Files;

/// <summary>
/// Serves the package's and the host page's files. A middleware before authentication: they are the same for everybody, and a session that
/// is renewed with one of two hundred files would put a cookie into an answer that caches keep.
/// </summary>
internal sealed class StudioFiles(RequestDelegate next, InstalledPackage installed)
{
    private static readonly PathString[] OnlyFiles = ["/_framework", "/_content", HostAssets.Folder];

    public Task InvokeAsync(HttpContext context)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isRead || !context.Request.Path.StartsWithSegments(StudioPaths.Base, StringComparison.Ordinal, out var path))
        {
            return next(context);
        }

        if (Find(path, context) is { } file)
        {
            // A worker's policy is the one that its own script came with.
            context.Response.Headers.ContentSecurityPolicy = StudioSecurityPolicy.Value;
            return file.ExecuteAsync(context);
        }

        if (OnlyFiles.Any(folder => path.StartsWithSegments(folder, StringComparison.Ordinal)))
        {
            // A release takes old files away; a page that is still open must hear "not found" and not "sign in".
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private IResult? Find(PathString path, HttpContext context)
        => path.StartsWithSegments(HostAssets.Folder, StringComparison.Ordinal, out var asset)
            ? HostAssets.Answer(asset, context)
            : installed.Package?.File(path.Value!.TrimStart('/'))?.Answer(context, installed.Package.Version);
}
