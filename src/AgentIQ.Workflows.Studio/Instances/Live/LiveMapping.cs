using AgentIQ.Workflows.Studio.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Studio.Instances.Live;

/// <summary>The hub, where real-time updates are wanted; without them viewers find none and ask every few seconds instead.</summary>
internal static class LiveMapping
{
    /// <summary>A sibling of the API's last segment, as the designer derives it.</summary>
    public const string Path = "/elsa/hubs/workflow-instance";

    public static void AddLiveUpdates(this IServiceCollection services)
    {
        services.AddSignalR();
        services.AddSingleton<WatchedInstances>();
        services.AddSingleton<LiveUpdates>();
        services.AddHostedService(s => s.GetRequiredService<LiveUpdates>());
    }

    public static void MapLiveUpdates(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<StudioOptions>().RealTimeUpdates)
        {
            app.MapHub<WorkflowInstanceHub>(Path).RequireAuthorization(StudioPolicies.View);
        }
    }
}
