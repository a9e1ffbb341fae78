using AgentIQ.Context.Links;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Testing;

namespace AgentIQ.Context.Tests.Links;

public sealed class LinkerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider time = new(Now);
    private readonly LinkStore links = new();
    private readonly Guid sellerId = Guid.CreateVersion7(Now);
    private TestDatabase database = null!;
    private UuidV7Source ids = null!;
    private InteractionStore interactions = null!;
    private InteractionEvents events = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(InteractionsSchema.Part, ContextSchema.Part);
        ids = new UuidV7Source(time);
        interactions = new InteractionStore(time);
        events = new InteractionEvents(ids);
        await RegisterAsync(sellerId);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task The_same_order_ties_a_review_to_a_chat_in_both_directions()
    {
        var review = await AddAsync("r1", interaction => interaction with { OrderId = "order-7" });
        var chat = await AddAsync("c1", interaction => interaction with { OrderId = "order-7" }, Channel.Chat);

        (await LinkAsync(chat)).ShouldBe([new Link(review.Id, LinkSignal.OrderIdExact, 0.99m)]);

        (await ListAsync(review)).ShouldBe([new Link(chat.Id, LinkSignal.OrderIdExact, 0.99m)]);
        (await EventsAsync(chat)).ShouldBe([InteractionEventTypes.Linked]);
    }

    [Fact]
    public async Task The_same_customer_is_a_weaker_tie_than_the_same_order()
    {
        var both = await AddAsync("a", interaction => interaction with { OrderId = "o", CustomerId = "k" });
        var customer = await AddAsync("b", interaction => interaction with { CustomerId = "k" });
        var asked = await AddAsync("c", interaction => interaction with { OrderId = "o", CustomerId = "k" });

        var found = await LinkAsync(asked);

        found.Single(link => link.OtherId == both.Id).Signal.ShouldBe(LinkSignal.OrderIdExact);
        found.Single(link => link.OtherId == customer.Id).ShouldBe(new Link(customer.Id, LinkSignal.CustomerIdExact, 0.95m));
        (await ListAsync(asked))[0].OtherId.ShouldBe(both.Id, "the strongest comes first");
    }

    [Fact]
    public async Task A_review_and_its_addition_belong_together()
    {
        var first = await AddAsync("first", interaction => interaction);
        var addition = await AddAsync("addition", interaction => interaction with { RelatedIds = ["first"] });

        (await LinkAsync(addition)).ShouldHaveSingleItem().ShouldBe(new Link(first.Id, LinkSignal.RelatedIdExact, 0.99m));
    }

    [Fact]
    public async Task A_later_round_belongs_to_the_earlier()
    {
        var first = await AddAsync("same", interaction => interaction);
        var second = await AddAsync("same", interaction => interaction with { Round = 2 });

        (await LinkAsync(second)).ShouldHaveSingleItem().OtherId.ShouldBe(first.Id);
    }

    [Fact]
    public async Task The_same_product_and_the_same_name_tie_nobody()
    {
        await AddAsync("stranger", interaction => interaction with { ProductId = "42", CustomerName = "Анна" });
        var asked = await AddAsync("asked", interaction => interaction with { ProductId = "42", CustomerName = "Анна" });

        (await LinkAsync(asked)).ShouldBeEmpty();
        (await EventsAsync(asked)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_sellers_order_of_the_same_number_is_not_seen()
    {
        var stranger = Guid.CreateVersion7(Now.AddTicks(7));
        await RegisterAsync(stranger);
        await AddAsync("theirs", interaction => interaction with { SellerId = stranger, OrderId = "o" });
        var ours = await AddAsync("ours", interaction => interaction with { OrderId = "o" });

        (await LinkAsync(ours)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Linking_twice_adds_nothing()
    {
        await AddAsync("a", interaction => interaction with { OrderId = "o" });
        var asked = await AddAsync("b", interaction => interaction with { OrderId = "o" });

        await LinkAsync(asked);
        await LinkAsync(asked);

        (await ListAsync(asked)).Count.ShouldBe(1);
    }

    [Fact]
    public Task Every_table_is_one_sellers() => TenancyCatalogue.AssertAsync(database.Database);

    private Task RegisterAsync(Guid seller) => database.Database.InTenantAsync(
        seller, scope => new SellerStore(time).EnsureAsync(scope, "Лавка", CancellationToken.None), CancellationToken.None);

    private async Task<Interaction> AddAsync(string externalId, Func<Interaction, Interaction> change, Channel channel = Channel.Review)
    {
        var interaction = change(new Interaction
        {
            SellerId = sellerId,
            Id = ids.Next(),
            Key = new InteractionKey(Marketplaces.Wildberries, channel, externalId),
            Subject = "Лампа",
            Preview = "Светит",
            OccurredAt = Now,
            ReceivedAt = Now,
            ClockStart = Now,
            UpdatedAt = Now,
        });
        await database.Database.InTenantAsync(
            interaction.SellerId, scope => interactions.TryInsertAsync(scope, interaction, CancellationToken.None), CancellationToken.None);
        return interaction;
    }

    private Task<IReadOnlyList<Link>> LinkAsync(Interaction interaction) =>
        InSellerAsync(scope => new Linker(new InteractionQueries(), links, events).LinkAsync(scope, interaction, Now, CancellationToken.None));

    private Task<IReadOnlyList<Link>> ListAsync(Interaction interaction) =>
        InSellerAsync(scope => links.ListAsync(scope, interaction.Id, CancellationToken.None));

    private async Task<IEnumerable<string>> EventsAsync(Interaction interaction) =>
        (await InSellerAsync(scope => events.ListAsync(scope, interaction.Id, CancellationToken.None))).Select(item => item.Type);

    private Task<T> InSellerAsync<T>(Func<TenantScope, Task<T>> work) => database.Database.InTenantAsync(sellerId, work, CancellationToken.None);
}
