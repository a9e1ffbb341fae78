using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands.Rules;

/// <summary>The installation's services for one command: nothing is served, no worker runs.</summary>
internal static class ServicesHost
{
    /// <exception cref="UserErrorException">The folder is in use, the connection string is wrong.</exception>
    public static async Task<AgentIqHost> StartAsync(ServerOptions options, CancellationToken ct)
    {
        var host = AgentIqHost.Create(options with { Roles = HostRoles.None, Urls = ["http://127.0.0.1:0"] });
        try
        {
            await host.StartAsync(ct);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }
}
