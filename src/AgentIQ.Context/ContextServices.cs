using AgentIQ.Context.Facts;
using AgentIQ.Context.Links;
using AgentIQ.Rules.Facts;
using AgentIQ.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Context;

/// <summary>Registers layer 2.</summary>
public static class ContextServices
{
    /// <summary>Adds linking and its activity.</summary>
    public static IServiceCollection AddContext(this IServiceCollection services) => services
        .AddSingleton<IFactSource, ContextFacts>()
        .AddSingleton<LinkStore>()
        .AddSingleton<LinkPolicy>()
        .AddSingleton<Linker>()
        .AddActivitiesFrom(typeof(ContextServices).Assembly);
}
