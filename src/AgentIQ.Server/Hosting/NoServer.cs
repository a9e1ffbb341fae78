using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentIQ.Server.Hosting;

/// <summary>Listens nowhere, so that an application can be started only to be described.</summary>
internal sealed class NoServer : IServer
{
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Takes the place of Kestrel and of every worker.</summary>
    public static void Install(IServiceCollection services)
    {
        services.RemoveAll<IHostedService>();
        services.Replace(ServiceDescriptor.Singleton<IServer, NoServer>());
    }

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }
}
