using AgentIQ.Ingestion;
using AgentIQ.Server.Hosting;
using AgentIQ.Simulator;
using AgentIQ.Simulator.Wildberries;
using AgentIQ.Simulator.Wildberries.Feeding;
using AgentIQ.Simulator.Wildberries.Tokens;

namespace AgentIQ.Server.Demo;

/// <summary>The demo company's Wildberries: its state lies in the data folder, so the next run goes on where this one ended.</summary>
internal sealed class DemoSimulator : IAsyncDisposable
{
    private readonly SimulatorHost _simulator;

    private readonly WildberriesSeller _seller;

    private DemoSimulator(SimulatorHost simulator)
    {
        _simulator = simulator;
        _seller = simulator.Wildberries.AddSeller(DemoCompany.SellerName);
    }

    /// <summary>Where it answers, with its control under <c>/_simulator</c>.</summary>
    public Uri Address => _simulator.BaseAddress;

    /// <summary>Starts it; reviews arrive after <see cref="Feed"/>.</summary>
    public static async Task<DemoSimulator> StartAsync(DataFolder folder, ILoggerFactory logging, TimeProvider time, CancellationToken ct)
        => new(await SimulatorHost.StartAsync(
            new SimulatorOptions { Name = "demo", StateFolder = folder.Simulator, HttpControl = true, Time = time, Logging = logging }, ct));

    /// <summary>A token of the demo company, as its owner would copy it from the cabinet.</summary>
    public string IssueToken() => _seller.IssueToken(WildberriesTokenKind.Personal);

    /// <summary>Lets reviews arrive.</summary>
    public void Feed() => _seller.StartFeed(new FeedOptions());

    /// <summary>The same settings with this simulator in Wildberries' place, asked often enough for somebody who watches.</summary>
    public IngestionOptions Redirect(IngestionOptions options)
        => options with { SyncInterval = TimeSpan.FromSeconds(3), Wildberries = options.Wildberries with { FeedbacksAddress = Address } };

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();
}
