using System.Net;
using AgentIQ.Simulator.Control;
using AgentIQ.Simulator.Persistence;
using AgentIQ.Simulator.Wildberries;
using AgentIQ.Simulator.Wildberries.Gateway;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentIQ.Simulator;

/// <summary>A running simulator: an HTTP server of its own inside the calling process, on a port of its own.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IStateJournal _journal;

    private SimulatorHost(WebApplication app, IStateJournal journal, WildberriesSimulator wildberries, Uri baseAddress)
    {
        _app = app;
        _journal = journal;
        Wildberries = wildberries;
        BaseAddress = baseAddress;
    }

    /// <summary>Where the simulator listens, such as <c>http://127.0.0.1:40123/</c>. It stands for every Wildberries host: the paths do not collide.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The control of the simulated Wildberries: sellers, feedbacks, answers, faults, gates.</summary>
    public WildberriesSimulator Wildberries { get; }

    /// <summary>Reads the kept state, if any, and starts to listen.</summary>
    /// <exception cref="SimulatorStateException">The kept state is damaged, or another simulator uses it.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SimulatorHost> StartAsync(SimulatorOptions options, CancellationToken cancellationToken)
    {
        var journal = StateJournal.Open(options);
        try
        {
            var wildberries = new WildberriesSimulator(options, journal);
            var app = Build(options, wildberries);
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return new SimulatorHost(app, journal, wildberries, new Uri(address));
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Stops listening, lets held and hanging requests go, and closes the state's files.</summary>
    public async ValueTask DisposeAsync()
    {
        Wildberries.Stop();
        await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _journal.Dispose();
    }

    private static WebApplication Build(SimulatorOptions options, WildberriesSimulator wildberries)
    {
        // The empty builder reads no configuration and takes no signals: the host process keeps its own address and its own Ctrl-C.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "AgentIQ.Simulator" });
        builder.Services.AddRoutingCore();
        builder.Services.Replace(ServiceDescriptor.Singleton(new Unowned(options.Logging) as ILoggerFactory));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(new IPEndPoint(options.Address, options.Port));
        });
        var app = builder.Build();
        app.MapWildberries(wildberries);
        if (options.HttpControl)
        {
            app.MapWildberriesControl(wildberries);
        }

        return app;
    }

    /// <summary>The caller's logger factory, which must outlive this server's container.</summary>
    private sealed class Unowned(ILoggerFactory inner) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) =>
            // Kestrel's own chatter is of no use here: the simulator logs each request itself.
            categoryName.StartsWith("Microsoft.", StringComparison.Ordinal)
                ? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance
                : inner.CreateLogger(categoryName);

        public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

        public void Dispose()
        {
        }
    }
}
