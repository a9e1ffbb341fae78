using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>Definitions and their versions (elsa-studio-contract 2.2 and 2.3).</summary>
internal static class DefinitionsRoutes
{
    public static void MapDefinitions(this IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/workflow-definitions");
        definitions.MapListing();
        definitions.MapReading();
        definitions.MapSaving();
        definitions.MapPublishing();
        definitions.MapGraph();
        api.MapVersions();
        api.MapFiles();
        api.MapBulk();
    }
}
