using System.Text.RegularExpressions;
using AgentIQ.Ingestion;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Lifecycle;
using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Sets;
using AgentIQ.Server.Hosting;
using AgentIQ.Server.Security;
using AgentIQ.Simulator;
using AgentIQ.Simulator.Wildberries;
using AgentIQ.Simulator.Wildberries.Moderation;
using AgentIQ.Simulator.Wildberries.Tokens;
using AgentIQ.Testing;
using AgentIQ.Workflows;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.EndToEnd.Tests.Support;

/// <summary>A whole desk for one test class: its own database, its own simulated Wildberries, one seller with a team and a channel.</summary>
internal sealed class Installation : IAsyncDisposable
{
    public const string OwnerEmail = "owner@test.example";
    public const string ManagerEmail = "manager@test.example";
    public const string OperatorEmail = "operator@test.example";
    public const string Password = "correct horse battery staple";

    /// <summary>A word that the simulated moderation refuses.</summary>
    public const string Refused = "Внимание";

    private readonly TestDatabase _database;
    private readonly string _folder;

    private Installation(TestDatabase database, string folder, SimulatorHost simulator)
    {
        _database = database;
        _folder = folder;
        Simulator = simulator;
        Account = simulator.Wildberries.AddSeller("Тестовая лавка");
    }

    public SimulatorHost Simulator { get; }

    public WildberriesSeller Account { get; }

    public Guid SellerId { get; } = Guid.CreateVersion7();

    public Guid ChannelId { get; private set; }

    public AgentIqHost Host { get; private set; } = null!;

    public Database Database => Host.Services.GetRequiredService<Database>();

    public string ConnectionString => _database.ConnectionString;

    public string DataFolder => _folder;

    /// <summary>Starts everything; reviews that the account has are read with the first sync.</summary>
    public static async Task<Installation> StartAsync(HostRoles roles = HostRoles.All, TimeProvider? time = null)
    {
        var database = await TestDatabase.CreateAsync([.. Layers.Schema]);
        var folder = Directory.CreateTempSubdirectory("agentiq-e2e-").FullName;
        var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions
            {
                Name = "e2e",
                Wildberries = new AgentIQ.Simulator.Wildberries.WildberriesOptions {
                    ModerationDelay = TimeSpan.FromHours(1),
                    EnforceRateLimits = false,
                    ArchiveUnansweredAfter = null,
                    Moderation = new ModerationRules([.. ModerationRules.Default.Rules, new ModerationRule("слово", new Regex(Refused, RegexOptions.NonBacktracking))]),
                },
            },
            CancellationToken.None);
        var installation = new Installation(database, folder, simulator);
        installation.Host = AgentIqHost.Create(installation.Options(roles) with { Time = time ?? TimeProvider.System });
        await installation.Host.StartAsync(CancellationToken.None);
        await installation.FoundAsync();
        return installation;
    }

    /// <summary>The same, but this process only serves the desk: workers and sync belong to processes that the test starts and kills.</summary>
    public static Task<Installation> WithoutWorkersAsync() => StartAsync(HostRoles.Web);

    /// <summary>Whether the lifecycle of an interaction waits for a person.</summary>
    public Task<bool> WaitsForReplyAsync(Guid interactionId) => InSellerAsync(async scope =>
    {
        var monitor = Host.Services.GetRequiredService<IWorkflowMonitor>();
        return await monitor.FindByCorrelationAsync(scope, LifecycleDefinition.Id, InteractionCorrelation.Of(interactionId), CancellationToken.None) is { } instance
            && (await monitor.BookmarksAsync(scope, instance.Id, CancellationToken.None)).Any(bookmark => bookmark.Name == LifecycleStimuli.ReplyApproved);
    });

    /// <summary>When the lifecycle of an interaction wakes by itself; null: it does not.</summary>
    public Task<DateTimeOffset?> DueAsync(Guid interactionId) => InSellerAsync(async scope =>
    {
        var monitor = Host.Services.GetRequiredService<IWorkflowMonitor>();
        var instance = await monitor.FindByCorrelationAsync(scope, LifecycleDefinition.Id, InteractionCorrelation.Of(interactionId), CancellationToken.None);
        return (await monitor.BookmarksAsync(scope, instance!.Id, CancellationToken.None)).Min(bookmark => bookmark.Due);
    });

    /// <summary>Puts the seller's own version of a policy set in force, and returns when this process has it.</summary>
    public async Task PublishAsync(string set, string document)
    {
        var (store, policies, now) = (Host.Services.GetRequiredService<IPolicyStore>(), Host.Services.GetRequiredService<IPolicies>(), TimeProvider.System.GetUtcNow());
        await InSellerAsync(async scope =>
        {
            var version = await store.SaveAsync(scope, RuleSetDocument.Parse(document, set), OwnerEmail, "", now, CancellationToken.None);
            await store.PublishAsync(scope, new PolicyPublication(set, version, PolicyState.Active, now, null, OwnerEmail, ""), now, CancellationToken.None);
            return version;
        });
        await Eventually.HoldsAsync("the seller's own version is in force", () => Task.FromResult(policies.Current(SellerId, set).Version.Origin == RuleSetOrigin.Seller));
    }

    /// <summary>
    /// What a dead process had claimed is free again, as it is once its leases have run out. They follow the database's
    /// clock, which a test cannot move.
    /// </summary>
    public async Task LeasesRunOutAsync()
    {
        await using var connection = await Database.Engine.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            UPDATE agentiq.sync_schedule SET lease_until = clock_timestamp() WHERE lease_until IS NOT NULL;
            UPDATE agentiq.workflow_queue SET lease_until = clock_timestamp() WHERE lease_until IS NOT NULL;
            """);
    }

    /// <summary>Syncs the channel now and returns what happened.</summary>
    public Task<SyncReport> SyncAsync() =>
        Host.Services.GetRequiredService<SyncRunner>().RunOnceAsync(SellerId, ChannelId, CancellationToken.None);

    public Task<T> InSellerAsync<T>(Func<TenantScope, Task<T>> work) => Database.InTenantAsync(SellerId, work, CancellationToken.None);

    /// <summary>The interaction of a feedback, or null before it was received.</summary>
    public Task<Interaction?> FindAsync(string feedbackId) => InSellerAsync(scope =>
        Host.Services.GetRequiredService<InteractionStore>().FindByKeyAsync(
            scope, new InteractionKey(Marketplaces.Wildberries, Channel.Review, feedbackId), forUpdate: false, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Simulator.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ServerOptions Options(HostRoles roles) => new()
    {
        DataFolder = _folder,
        Database = _database.ConnectionString,
        Urls = ["http://127.0.0.1:0"],
        Roles = roles,
        Ingestion = new IngestionOptions
        {
            SyncInterval = TimeSpan.FromMilliseconds(300),
            PollInterval = TimeSpan.FromMilliseconds(100),
            Wildberries = new AgentIQ.Ingestion.Wildberries.WildberriesOptions
            {
                FeedbacksAddress = Simulator.BaseAddress,
                StandardPace = new PaceProfile(TimeSpan.FromMilliseconds(1), 1000),
                PingPace = new PaceProfile(TimeSpan.FromMilliseconds(1), 1000),
            },
        },
        Lifecycle = new LifecycleOptions { ModerationInterval = TimeSpan.FromMilliseconds(300) },
    };

    private async Task FoundAsync()
    {
        var services = Host.Services;
        var users = services.GetRequiredService<UserStore>();
        var passwords = services.GetRequiredService<Passwords>();
        await Database.InTenantAsync(
            SellerId,
            async scope =>
            {
                await services.GetRequiredService<SellerStore>().EnsureAsync(scope, "Тестовая лавка", CancellationToken.None);
                await users.AddAsync(scope, new NewTeamMember("Анна", OwnerEmail, TeamRole.Owner, passwords.Hash(Password)), CancellationToken.None);
                await users.AddAsync(scope, new NewTeamMember("Марина", ManagerEmail, TeamRole.Manager, passwords.Hash(Password)), CancellationToken.None);
                await users.AddAsync(scope, new NewTeamMember("Илья", OperatorEmail, TeamRole.Operator, passwords.Hash(Password)), CancellationToken.None);
            },
            CancellationToken.None);
        ChannelId = await services.GetRequiredService<ChannelService>().ConnectAsync(
            SellerId,
            new NewChannel(Marketplaces.Wildberries, Channel.Review, "Отзывы", Account.IssueToken(WildberriesTokenKind.Personal)),
            CancellationToken.None);
    }
}
