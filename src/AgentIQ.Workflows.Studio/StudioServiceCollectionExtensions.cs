using AgentIQ.Workflows.Studio.Instances;
using AgentIQ.Workflows.Studio.Catalogue.Choices;
using AgentIQ.Workflows.Studio.Catalogue.Descriptors;
using AgentIQ.Workflows.Studio.Catalogue.Scripting;
using AgentIQ.Workflows.Studio.Pages.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentIQ.Workflows.Studio;

/// <summary>Adds what the designer's routes need.</summary>
public static class StudioServiceCollectionExtensions
{
    /// <summary>Adds the services; <see cref="IDraftRuns"/> only where the host has registered none. Needs the engine, <see cref="WorkflowsServiceCollectionExtensions.AddWorkflows"/>, and the host's <see cref="Access.IStudioCallers"/>.</summary>
    public static IServiceCollection AddWorkflowsStudio(this IServiceCollection services, Action<StudioOptions>? configure = null)
    {
        var options = new StudioOptions();
        configure?.Invoke(options);
        services.AddSingleton(options);
        services.TryAddScoped<IDraftRuns, UnpreparedRuns>();
        services.AddSingleton<LiveChoices>();
        services.AddSingleton<ActivityCatalogue>();
        services.AddSingleton<TypeDefinitions>();
        services.AddSingleton<InstalledPackage>();
        services.AddInstances(options);
        return services;
    }
}
