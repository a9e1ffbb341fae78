using AgentIQ.Server.Api.Workflows.Comparison;
using AgentIQ.Server.Api.Workflows.Definitions;
using AgentIQ.Server.Api.Workflows.Instances;
using AgentIQ.Server.Api.Workflows.Samples;
using AgentIQ.Workflows.Scheduling;

namespace AgentIQ.Server.Api.Workflows;

/// <summary>What our own pages around the designer ask. The designer's own routes are the Studio project's.</summary>
internal static class WorkflowApi
{
    public static IServiceCollection AddWorkflowApi(this IServiceCollection services) => services
        .AddSingleton<IScheduledTenants, SellerSchedules>()
        .AddSingleton<ActivityNames>()
        .AddSingleton<ComparisonViews>()
        .AddSingleton<DefinitionViews>()
        .AddSingleton<IncidentViews>()
        .AddSingleton<InstanceViews>();

    public static IEndpointRouteBuilder MapWorkflowApi(this IEndpointRouteBuilder api)
    {
        var workflows = api.MapGroup("/workflows").WithTags("Workflows");
        workflows.MapDefinitions();
        workflows.MapInstances();
        workflows.MapIncidents();
        workflows.MapSamples();
        return api;
    }
}
