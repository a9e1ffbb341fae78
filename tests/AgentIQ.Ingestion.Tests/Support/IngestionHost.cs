using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Simulator;
using AgentIQ.Simulator.Wildberries;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Simulator.Wildberries.Tokens;
using AgentIQ.Testing;
using AgentIQ.Workflows;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Channel = AgentIQ.Interactions.Channel;
using SimulatedWildberries = AgentIQ.Simulator.Wildberries.WildberriesOptions;

namespace AgentIQ.Ingestion.Tests.Support;

/// <summary>Ingestion as a process has it: a database of its own, a simulator of its own, one clock for both.</summary>
internal sealed class IngestionHost : IAsyncDisposable
{
    private static readonly SecretKeys Keys = SecretKeys.Parse(Convert.ToBase64String(new byte[32]));
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private IngestionHost(TestDatabase database, SimulatorHost simulator, ManualTimeProvider time, IngestionOptions options)
    {
        _database = database;
        Simulator = simulator;
        Time = time;
        Account = simulator.Wildberries.AddSeller("Дом и лад");
        SellerId = Ids.Next();
        _services = Build(options);
    }

    public IIdSource Ids { get; } = new TestIds();

    public ManualTimeProvider Time { get; }

    public SimulatorHost Simulator { get; }

    public WildberriesSeller Account { get; }

    public Guid SellerId { get; }

    public RecordingListener Listener { get; } = new();

    public Database Database => _database.Database;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts with a seller and no channel. The simulator's limits are off unless asked for, and so is our pacing.</summary>
    public static async Task<IngestionHost> StartAsync(
        Func<IngestionOptions, IngestionOptions>? options = null, Func<SimulatedWildberries, SimulatedWildberries>? simulated = null, bool paced = false)
    {
        var time = new ManualTimeProvider();
        var database = await TestDatabase.CreateAsync(WorkflowsSchema.Part, InteractionsSchema.Part, IngestionSchema.Part);
        var wildberries = new SimulatedWildberries { EnforceRateLimits = paced, ModerationDelay = TimeSpan.FromMinutes(1) };
        var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions { Time = time, Wildberries = simulated?.Invoke(wildberries) ?? wildberries }, CancellationToken.None);
        var ours = new IngestionOptions
        {
            Wildberries = new Ingestion.Wildberries.WildberriesOptions
            {
                FeedbacksAddress = simulator.BaseAddress,
                StandardPace = paced ? new PaceProfile(TimeSpan.FromMilliseconds(334), 6) : new PaceProfile(TimeSpan.FromMicroseconds(10), 1000),
            },
        };
        var host = new IngestionHost(database, simulator, time, options?.Invoke(ours) ?? ours);
        await host.InSellerAsync(scope => host.Get<SellerStore>().EnsureAsync(scope, "Дом и лад", CancellationToken.None));
        return host;
    }

    /// <summary>A second process on the same database, with its own pools, and the same clock.</summary>
    public ServiceProvider AnotherProcess(Action<IServiceCollection>? more = null) => Build(Get<IngestionOptions>(), more);

    public Task<Guid> ConnectAsync(string? token = null, string name = "Отзывы") =>
        Get<ChannelService>().ConnectAsync(
            SellerId, new NewChannel(Marketplaces.Wildberries, Channel.Review, name, token ?? Account.IssueToken()), CancellationToken.None);

    public Task<SyncReport> SyncAsync(Guid channelId) => Get<SyncRunner>().RunOnceAsync(SellerId, channelId, CancellationToken.None);

    public async Task<ChannelStatus> StatusAsync(Guid channelId) =>
        (await Get<ChannelService>().ListAsync(SellerId, CancellationToken.None)).Single(status => status.Id == channelId);

    public Task<T> InSellerAsync<T>(Func<TenantScope, Task<T>> work) => Database.InTenantAsync(SellerId, work, CancellationToken.None);

    public Task InSellerAsync(Func<TenantScope, Task> work) => Database.InTenantAsync(SellerId, work, CancellationToken.None);

    public Task<Interaction?> FindAsync(string externalId) => InSellerAsync(scope =>
        Get<InteractionStore>().FindByKeyAsync(
            scope, new InteractionKey(Marketplaces.Wildberries, Channel.Review, externalId), forUpdate: false, CancellationToken.None));

    public Task<long> CountAsync() => InSellerAsync(scope => scope.Connection.ExecuteScalarAsync<long>("SELECT count(*) FROM interactions"));

    /// <summary>A customer writes a review, so many minutes before now.</summary>
    public Feedback Write(int minutesAgo = 0, string text = "Хороший термос", int rating = 5, string? id = null) =>
        Account.Add(new Feedback { Id = id ?? "", Text = text, ProductValuation = rating, CreatedDate = Time.GetUtcNow().AddMinutes(-minutesAgo) });

    /// <summary>Reviews a minute apart, the newest now.</summary>
    public IReadOnlyList<Feedback> WriteMany(int count, int firstMinutesAgo = 0) =>
        [.. Enumerable.Range(firstMinutesAgo, count).Select(minutes => Write(minutes, $"Отзыв номер {minutes}"))];

    public string Token(WildberriesTokenKind kind = WildberriesTokenKind.Personal, DateTimeOffset? expiresAt = null) =>
        Account.IssueToken(kind, expiresAt: expiresAt);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
        await _database.DisposeAsync();
    }

    private ServiceProvider Build(IngestionOptions options, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(new SecretBox(Keys))
            .AddSingleton(provider => _database.Database)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(Ids)
            .AddSingleton<IInteractionListener>(Listener)
            .AddSingleton<OpenGate>()
            .AddSingleton<IReplyGate>(provider => provider.GetRequiredService<OpenGate>())
            .AddInteractions()
            .AddIngestion(options);
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
