using AgentIQ.Ingestion.Wildberries;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Ingestion;

/// <summary>Registers layer 1.</summary>
public static class IngestionServices
{
    /// <summary>
    /// Adds the connectors, the channels, the sync and the sending of replies. The host also registers
    /// <see cref="Database"/>, <see cref="SecretBox"/>, <see cref="TimeProvider"/>, <see cref="IIdSource"/>, the
    /// interactions and an <see cref="IReplyGate"/>; and adds <see cref="SyncWorker"/> as a hosted service where the
    /// process has the role <c>sync</c>.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    public static IServiceCollection AddIngestion(this IServiceCollection services, IngestionOptions? options = null)
    {
        services.AddSingleton(options ?? new IngestionOptions());
        services.AddSingleton(provider => provider.GetRequiredService<IngestionOptions>().Wildberries);
        services.AddWildberries();

        services.AddSingleton<IPacer, DatabasePacer>();
        services.AddSingleton<ConnectorRegistry>();
        services.AddSingleton<ChannelStore>();
        services.AddSingleton<ChannelService>();
        services.AddSingleton<Quarantine>();
        services.AddSingleton<SyncSchedule>();
        services.AddSingleton<SyncRuns>();
        services.AddSingleton<RecordStore>();
        services.AddSingleton<PassReader>();
        services.AddSingleton<SyncReader>();
        services.AddSingleton(provider => new SyncRunner(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<ChannelStore>(),
            provider.GetRequiredService<SyncSchedule>(),
            provider.GetRequiredService<SyncReader>(),
            provider.GetRequiredService<SyncRuns>(),
            provider.GetRequiredService<IngestionOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SyncRunner>>()));
        services.AddSingleton(provider => new SyncWorker(
            provider.GetRequiredService<SyncSchedule>(),
            provider.GetRequiredService<SyncRunner>(),
            provider.GetRequiredService<IngestionOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SyncWorker>>()));
        services.TryAddSingleton<ISandboxMarketplace, NoSandboxMarketplace>();
        services.AddSingleton<ISandboxObserver, SandboxReplies>();
        services.AddSingleton<ReplyStore>();
        services.AddSingleton<ReplySender>();
        services.AddSingleton<ReplyProgress>();
        return services.AddActivitiesFrom(typeof(IngestionServices).Assembly);
    }
}
