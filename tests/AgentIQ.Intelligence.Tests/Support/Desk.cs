using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Drafts;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Intents;
using AgentIQ.Intelligence.Replies;
using AgentIQ.Intelligence.Templates;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentIQ.Intelligence.Tests.Support;

/// <summary>A database with a seller, the shipped policies in force, and this layer's services on it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private Desk(TestDatabase database, ServiceProvider services) => (_database, _services) = (database, services);

    public static Guid Seller { get; } = new("0198c0de-0000-7000-8000-000000000001");

    public static Guid Person { get; } = new("0198c0de-0000-7000-8000-000000000002");

    public Database Database => _database.Database;

    public static async Task<Desk> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync(InteractionsSchema.Part, RulesSchema.Part, IntelligenceSchema.Part);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(database.Database)
            .AddSingleton<TimeProvider>(new ManualTimeProvider())
            .AddSingleton<IIdSource>(provider => new UuidV7Source(provider.GetRequiredService<TimeProvider>()))
            .AddInteractions()
            .AddRules(Path.Combine(AppContext.BaseDirectory, "rules"))
            .AddSingleton<IInteractionListener, Deaf>()
            .AddSingleton(Shipped.Classifier)
            .AddSingleton<ReplyChecker>()
            .AddSingleton<TemplateStore>()
            .AddSingleton<DraftStore>()
            .AddSingleton<IDraftComposer, TemplateComposer>()
            .AddSingleton<Drafter>()
            .AddSingleton<IReplyGate, ReplyGate>()
            .BuildServiceProvider();
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        var desk = new Desk(database, services);
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
