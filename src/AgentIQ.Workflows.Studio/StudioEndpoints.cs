using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using AgentIQ.Workflows.Studio.Catalogue;
using AgentIQ.Workflows.Studio.Definitions;
using AgentIQ.Workflows.Studio.Instances;
using AgentIQ.Workflows.Studio.Instances.Live;
using AgentIQ.Workflows.Studio.Pages;
using AgentIQ.Workflows.Studio.Pages.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio;

/// <summary>Serves the Elsa Studio designer and what it asks.</summary>
public static class StudioEndpoints
{
    /// <summary>Where the API is found; the designer's <c>remote-endpoint</c> is the origin and this.</summary>
    public const string ApiPath = "/elsa/api";

    /// <summary>
    /// Serves the files of the designer's package and of the pages around it below <c>/studio</c>, to anybody: before authentication. A response
    /// compression may stand before it and leaves them alone, for they are compressed already. Other addresses go on.
    /// </summary>
    public static IApplicationBuilder UseWorkflowsStudioFiles(this IApplicationBuilder app) => app.UseMiddleware<StudioFiles>();

    /// <summary>
    /// Maps the REST contract under <see cref="ApiPath"/> and the designer's pages under <c>/studio</c>. Needs the policies of
    /// <see cref="StudioPolicies"/>, an <see cref="IStudioCallers"/>, <see cref="StudioServiceCollectionExtensions.AddWorkflowsStudio"/>, and for the
    /// pages <see cref="UseWorkflowsStudioFiles"/>.
    /// </summary>
    public static IEndpointRouteBuilder MapWorkflowsStudio(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(ApiPath).RequireAuthorization(StudioPolicies.View).ExcludeFromDescription().AddEndpointFilter<StudioErrors>();
        api.MapCatalogue();
        api.MapDefinitions();
        api.MapInstances();
        app.MapLiveUpdates();
        app.MapStudioPages();
        return app;
    }
}
