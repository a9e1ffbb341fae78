using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Pages;

/// <summary>Addresses that are written into the designer and lead to pages of another host (elsa-studio-contract 1.4): ours take their place.</summary>
internal static class HardCodedLinks
{
    public static void MapHardCodedLinks(this IEndpointRouteBuilder app)
    {
        app.MapLink(StudioPaths.Base, "");
        foreach (var start in (string[])[StudioPaths.Base, ""])
        {
            app.MapLink(start + "/alterations/instances/{id}", "/instances/{id}");
            app.MapGet(start + "/diagnostics/structured-logs", (StudioOptions options, HttpContext context, string? workflowInstanceId)
                => To(context, options, workflowInstanceId is null ? "/instances" : "/instances/{id}", workflowInstanceId)).ExcludeFromDescription().AllowAnonymous();
        }

        app.MapLink(StudioPaths.Base + "/workflows/definitions/{id}/edit", "/definitions/{id}");
        app.MapLink(StudioPaths.Base + "/workflows/instances/{id}/view", "/instances/{id}");
    }

    private static void MapLink(this IEndpointRouteBuilder app, string from, string to)
        => app.MapGet(from, (StudioOptions options, HttpContext context) => To(context, options, to, (string?)context.GetRouteValue("id")))
            .ExcludeFromDescription().AllowAnonymous();

    private static IResult To(HttpContext context, StudioOptions options, string page, string? id)
        => Results.Redirect(context.Request.PathBase + options.WorkflowsPath + page.Replace("{id}", Uri.EscapeDataString(id ?? ""), StringComparison.Ordinal));
}
