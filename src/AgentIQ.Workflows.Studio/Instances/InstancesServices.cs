using AgentIQ.Workflows.Studio.Instances.Archiving;
using AgentIQ.Workflows.Studio.Instances.Ending;
using AgentIQ.Workflows.Studio.Instances.Live;
using AgentIQ.Workflows.Studio.Instances.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Studio.Instances;

/// <summary>What the routes of instances need.</summary>
internal static class InstancesServices
{
    public static void AddInstances(this IServiceCollection services, StudioOptions options)
    {
        services.AddSingleton<RunWait>();
        services.AddScoped<ExecuteRoutes>();
        services.AddSingleton<InstanceEnding>();
        services.AddSingleton<InstanceExport>();
        if (options.RealTimeUpdates)
        {
            services.AddLiveUpdates();
        }
    }
}
