using AgentIQ.Context.Links;
using AgentIQ.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Context;

/// <summary>Registers layer 2.</summary>
public static class ContextServices
{
    /// <summary>Adds linking and its activity.</summary>
    public static IServiceCollection AddContext(this IServiceCollection services) => services
        .AddSingleton<LinkStore>()
        .AddSingleton<Linker>()
        .AddActivitiesFrom(typeof(ContextServices).Assembly);
}
