using AgentIQ.Postgres;
using AgentIQ.Testing;
using Dapper;

namespace AgentIQ.Interactions.Tests;

/// <summary>What trial runs work on is found by its id, and nowhere else.</summary>
public sealed class SandboxTests : IAsyncLifetime
{
    private readonly ManualTimeProvider time = new();
    private readonly Guid sellerId = Guid.CreateVersion7();
    private readonly InteractionQueries queries = new();
    private readonly InteractionContents contents = new();
    private TestDatabase database = null!;
    private InteractionStore store = null!;
    private SandboxInteractions sandbox = null!;
    private Interaction tried = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(InteractionsSchema.Part);
        store = new InteractionStore(time);
        var ids = new UuidV7Source(time);
        sandbox = new SandboxInteractions(store, contents, new InteractionEvents(ids), queries, ids, time);
        await InSellerAsync(async scope =>
        {
            await new SellerStore(time).EnsureAsync(scope, "Дом и сад", CancellationToken.None);
            tried = await sandbox.CreateAsync(scope, Item("same"), CancellationToken.None);
            return true;
        });
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task It_is_a_whole_interaction_with_an_id_that_no_marketplace_gives()
    {
        var found = (await InSellerAsync(scope => store.FindAsync(scope, tried.Id, CancellationToken.None)))!;

        (found.IsSandbox, found.NeedsReply, found.Rating, found.Preview).ShouldBe((true, true, 1, "Не работает"));
        found.Key.ExternalId.ShouldStartWith(SandboxInteractions.ExternalIdPrefix);
        (await InSellerAsync(scope => contents.GetAsync(scope, tried.Id, CancellationToken.None))).Text.ShouldBe("Не работает");
        (await InSellerAsync(scope => new InteractionEvents(new UuidV7Source(time)).ListAsync(scope, tried.Id, CancellationToken.None)))
            .ShouldHaveSingleItem().Type.ShouldBe(InteractionEventTypes.Received);
    }

    [Theory]
    [InlineData(InboxQueue.NeedsReply)]
    [InlineData(InboxQueue.All)]
    public async Task No_list_shows_it(InboxQueue queue) =>
        (await InSellerAsync(scope => queries.ListAsync(scope, new InboxFilter { Queue = queue, Search = "работает" }, CancellationToken.None))).Items.ShouldBeEmpty();

    [Fact]
    public async Task No_count_and_no_figure_has_it()
    {
        (await InSellerAsync(scope => queries.CountAsync(scope, time.GetUtcNow(), CancellationToken.None))).ShouldBe(new InboxCounts(0, 0, 0, 0, 0, 0, 0));
        (await InSellerAsync(scope => queries.OutcomesAsync(scope, CancellationToken.None))).Total.ShouldBe(0);
        (await InSellerAsync(scope => queries.IntentsAsync(scope, CancellationToken.None))).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_no_candidate_for_a_link_and_no_duplicate_of_what_comes_in()
    {
        var real = await AddRealAsync("real", interaction => interaction with { RelatedIds = [tried.Key.ExternalId], OrderId = "7" });

        (await InSellerAsync(scope => queries.SharingKeysAsync(scope, real, 10, CancellationToken.None))).ShouldBeEmpty();
        (await InSellerAsync(scope => store.FindByKeyAsync(scope, tried.Key, forUpdate: false, CancellationToken.None))).ShouldBeNull();
    }

    [Fact]
    public async Task Open_pages_hear_of_its_changes() =>
        (await InSellerAsync(scope => queries.ChangedSinceAsync(scope, time.GetUtcNow(), CancellationToken.None))).ShouldHaveSingleItem().Id.ShouldBe(tried.Id);

    [Fact]
    public async Task A_trial_run_sees_and_changes_no_real_one()
    {
        var real = await AddRealAsync("real", interaction => interaction);

        await InSellerAsync(async scope =>
        {
            await scope.Connection.ExecuteAsync("SET LOCAL agentiq.sandbox = 'on'");
            (await store.FindAsync(scope, real.Id, CancellationToken.None)).ShouldBeNull();
            await Should.ThrowAsync<InteractionNotFoundException>(() => store.UpdateAsync(scope, real.Id, i => i with { NeedsPerson = true }, CancellationToken.None));
            (await scope.Connection.ExecuteAsync("UPDATE interactions SET needs_person = true")).ShouldBe(1);
            return await store.UpdateAsync(scope, tried.Id, i => i with { EscalationLevel = 1 }, CancellationToken.None);
        });

        (await InSellerAsync(scope => store.GetAsync(scope, real.Id, CancellationToken.None))).NeedsPerson.ShouldBeFalse();
        (await InSellerAsync(scope => store.GetAsync(scope, tried.Id, CancellationToken.None))).EscalationLevel.ShouldBe(1);
    }

    [Fact]
    public async Task It_can_be_forgotten_and_a_real_one_cannot()
    {
        var real = await AddRealAsync("real", interaction => interaction);

        (await InSellerAsync(scope => sandbox.RemoveAsync(scope, [tried.Id, real.Id], CancellationToken.None))).ShouldBe(2);

        (await InSellerAsync(scope => store.FindAsync(scope, tried.Id, CancellationToken.None))).ShouldBeNull();
        (await InSellerAsync(scope => store.FindAsync(scope, real.Id, CancellationToken.None))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Copies_are_made_of_the_latest_real_ones_with_words()
    {
        await AddRealAsync("old", interaction => interaction with { OccurredAt = time.GetUtcNow().AddDays(-1) });
        await AddRealAsync("new", interaction => interaction);
        await AddRealAsync("silent", interaction => interaction with { Preview = "" });

        (await InSellerAsync(scope => sandbox.LatestRealAsync(scope, Marketplaces.Wildberries, Channel.Review, 5, CancellationToken.None)))
            .Select(interaction => interaction.Key.ExternalId).ShouldBe(["new", "old"]);
    }

    private async Task<Interaction> AddRealAsync(string id, Func<Interaction, Interaction> change)
    {
        var real = change(NewInteraction.Of(sellerId, Guid.CreateVersion7(), Item(id), before: null, time.GetUtcNow()));
        (await InSellerAsync(scope => store.TryInsertAsync(scope, real, CancellationToken.None))).ShouldBeTrue();
        return real;
    }

    private InboundItem Item(string id) => new()
    {
        Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, id),
        OccurredAt = time.GetUtcNow(),
        ConnectedAt = time.GetUtcNow(),
        Rating = 1,
        Content = new InteractionContent { Text = "Не работает", Raw = "{}" },
    };

    private Task<T> InSellerAsync<T>(Func<TenantScope, Task<T>> work) => database.Database.InTenantAsync(sellerId, work, CancellationToken.None);
}
