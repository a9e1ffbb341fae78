using AgentIQ.Postgres;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Sets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Rules;

/// <summary>Adds the policy engine to a host.</summary>
public static class RulesServices
{
    /// <summary>
    /// Adds <see cref="IPolicies"/>, <see cref="IPolicyStore"/>, <see cref="IDecisionLog"/>, <see cref="IReplays"/> and <see cref="IBacktests"/>. Wants a
    /// <see cref="Database"/>, an <see cref="IIdSource"/> and a <see cref="TimeProvider"/>; uses <see cref="Notifications"/>
    /// and every <see cref="Facts.IFactSource"/> that is registered. The shipped sets are imported when the host starts, so the
    /// schema must be there by then.
    /// </summary>
    public static IServiceCollection AddRules(this IServiceCollection services, RulesOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<PlatformSets>();
        services.AddSingleton<SellerSets>();
        services.AddSingleton<Policies>();
        services.AddSingleton<IPolicies>(provider => provider.GetRequiredService<Policies>());
        services.AddSingleton<IPolicyStore, PolicyStore>();
        services.AddSingleton<ShadowQueries>();
        services.AddSingleton<IDecisionLog, DecisionLog>();
        services.AddSingleton<IReplays, Replays.Replayer>();
        services.AddSingleton<IBacktests, Backtests.BacktestRunner>();
        services.AddSingleton<IHostedService>(provider => new PoliciesService(
            provider.GetRequiredService<Policies>(),
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PoliciesService>>(),
            provider.GetService<Notifications>()));
        return services;
    }

    /// <summary>The policy engine with its default settings and the shipped sets of a folder.</summary>
    public static IServiceCollection AddRules(this IServiceCollection services, string folder) =>
        services.AddRules(new RulesOptions { Folder = folder });
}
