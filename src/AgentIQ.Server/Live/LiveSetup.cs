using AgentIQ.Ingestion;
using AgentIQ.Postgres;

namespace AgentIQ.Server.Live;

/// <summary>Registers live updates, and maps the hub.</summary>
internal static class LiveSetup
{
    public const string Hub = "/hubs/desk";

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSignalR();
        return services
            .AddSingleton<LivePages>()
            .AddSingleton<IChannelListener, LiveChannels>()
            .AddSingleton(provider => new Notifications(
                provider.GetRequiredService<Database>().App,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<Notifications>>()));
    }

    /// <summary>For processes that serve pages: they tell them what any process changed.</summary>
    public static IServiceCollection AddLiveListener(this IServiceCollection services)
        => services.AddHostedService<ChannelFeed>().AddHostedService<ChangeFeed>();

    public static IEndpointRouteBuilder MapLive(this IEndpointRouteBuilder app)
    {
        app.MapHub<DeskHub>(Hub);
        return app;
    }
}
