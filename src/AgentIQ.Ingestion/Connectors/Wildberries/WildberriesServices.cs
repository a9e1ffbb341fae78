using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Ingestion.Wildberries;

/// <summary>Registers the Wildberries connectors.</summary>
internal static class WildberriesServices
{
    public static IServiceCollection AddWildberries(this IServiceCollection services)
    {
        services.AddHttpClient(WildberriesClient.HttpClientName)
            // The client has its own limit by the injected clock.
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RedactLoggedHeaders(["Authorization"]);
        services.AddSingleton<WildberriesClient>();
        services.AddSingleton<IConnector, WildberriesFeedbacksConnector>();
        return services;
    }
}
