using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Automation;
using AgentIQ.Intelligence.Drafts;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Intents;
using AgentIQ.Intelligence.Replies;
using AgentIQ.Intelligence.Templates;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Testing;
using AgentIQ.Workflows;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentIQ.Intelligence.Tests.Support;

/// <summary>A database with a seller, the shipped policies in force, and this layer's services on it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private Desk(TestDatabase database, ServiceProvider services, ManualTimeProvider time) => (_database, _services, Time) = (database, services, time);

    public static Guid Seller { get; } = new("0198c0de-0000-7000-8000-000000000001");

    public static Guid Person { get; } = new("0198c0de-0000-7000-8000-000000000002");

    public Database Database => _database.Database;

    public ManualTimeProvider Time { get; }

    public static async Task<Desk> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync(WorkflowsSchema.Part, RulesSchema.Part, InteractionsSchema.Part, IngestionSchema.Part, IntelligenceSchema.Part);
        var time = new ManualTimeProvider();
        var services = new ServiceCollection();
        foreach (var source in Shipped.Sources)
        {
            services.AddSingleton(source);
        }

        var provider = services
            .AddLogging()
            .AddSingleton(database.Database)
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IIdSource>(made => new UuidV7Source(made.GetRequiredService<TimeProvider>()))
            .AddInteractions()
            .AddRules(Shipped.Folder)
            .AddSingleton<IInteractionListener, Deaf>()
            .AddSingleton(new SecretBox(SecretKeys.Parse(Convert.ToBase64String(new byte[32]))))
            .AddSingleton<ConnectorRegistry>()
            .AddSingleton<ChannelStore>()
            .AddSingleton<ReplyStore>()
            .AddSingleton(Shipped.Classifier)
            .AddSingleton<ReplyChecker>()
            .AddSingleton<ReplySituations>()
            .AddSingleton<AutomationSettingsStore>()
            .AddSingleton<TemplateStore>()
            .AddSingleton<DraftStore>()
            .AddSingleton<IDraftComposer, TemplateComposer>()
            .AddSingleton<Drafter>()
            .AddSingleton<IReplyGate, ReplyGate>()
            .BuildServiceProvider();
        foreach (var service in provider.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        var desk = new Desk(database, provider, time);
        await desk.InAsync<SellerStore>((store, scope, ct) => store.EnsureAsync(scope, "Фонари", ct));
        return desk;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<TResult> InAsync<TService, TResult>(Func<TService, TenantScope, CancellationToken, Task<TResult>> work)
        where TService : notnull =>
        Database.InTenantAsync(Seller, scope => work(Get<TService>(), scope, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    public Task InAsync<TService>(Func<TService, TenantScope, CancellationToken, Task> work)
        where TService : notnull =>
        Database.InTenantAsync(Seller, scope => work(Get<TService>(), scope, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    /// <summary>Connects a channel through which replies go out; nothing is ever sent through it.</summary>
    public Task ConnectAsync(Channel channel = Channel.Review) => Database.InTenantAsync(
        Seller,
        scope => scope.Connection.ExecuteAsync(
            """
            INSERT INTO channels (seller_id, id, marketplace, channel, name, secret, token_kind, state, connected_at)
            VALUES (@Seller, @Id, 'wildberries', @channel, 'Отзывы', 'x', 'standard', 'ok', @now)
            """,
            new { Seller, Id = Get<IIdSource>().Next(), channel = EnumText<Channel>.Of(channel), now = Time.GetUtcNow() }),
        TestContext.Current.CancellationToken);

    /// <summary>Receives a review and classifies it.</summary>
    public async Task<Guid> ReceiveAsync(string text, int? rating, string? name = null, Channel channel = Channel.Review)
    {
        var now = Get<TimeProvider>().GetUtcNow();
        var key = new InteractionKey("wildberries", channel, Get<IIdSource>().Next().ToString("N"));
        await InAsync<IInteractionInbox>((inbox, scope, ct) => inbox.ReceiveAsync(
            scope,
            new InboundItem
            {
                Key = key,
                OccurredAt = now,
                ConnectedAt = now,
                Rating = rating,
                CustomerName = name,
                Content = new InteractionContent { Text = text, Raw = "{}" },
            },
            ct));
        var found = Shipped.Classifier.Classify(new CustomerText(text, EnumText<Channel>.Of(channel), rating));
        return await InAsync<InteractionStore, Guid>(async (store, scope, ct) =>
        {
            var interaction = (await store.FindByKeyAsync(scope, key, forUpdate: false, ct))!;
            await store.UpdateAsync(scope, interaction.Id, current => current with { Intent = found.Intent, Flags = found.Flags }, ct);
            return interaction.Id;
        });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private sealed class Deaf : IInteractionListener
    {
        public Task CreatedAsync(TenantScope scope, Interaction interaction, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task EditedAsync(TenantScope scope, Interaction interaction, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task AnswerSeenAsync(TenantScope scope, Interaction interaction, InboundAnswer answer, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
