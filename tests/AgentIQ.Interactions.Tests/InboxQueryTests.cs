using AgentIQ.Postgres;
using AgentIQ.Testing;

namespace AgentIQ.Interactions.Tests;

public sealed class InboxQueryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider time = new(Start);
    private readonly Guid sellerId = Guid.CreateVersion7(Start);
    private readonly InteractionQueries queries = new();
    private TestDatabase database = null!;
    private InteractionStore store = null!;
    private UuidV7Source ids = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(InteractionsSchema.Part);
        store = new InteractionStore(time);
        ids = new UuidV7Source(time);
        await InSellerAsync(async scope =>
        {
            await new SellerStore(time).EnsureAsync(scope, "Дом и сад", CancellationToken.None);
            return true;
        });
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Lists_and_counts_agree_in_every_queue()
    {
        await AddAsync("open", interaction => interaction);
        await AddAsync("urgent", interaction => interaction with { Priority = Priority.Urgent, FirstResponseDue = Start.AddMinutes(-1) });
        await AddAsync("stopped", interaction => interaction with { Status = InteractionStatus.InProgress, NeedsPerson = true });
        await AddAsync("sending", interaction => interaction with { Status = InteractionStatus.InProgress, ReplyState = ReplyState.Moderation });
        await AddAsync("resolved", interaction => interaction with { Status = InteractionStatus.Resolved, NeedsReply = false });
        await AddAsync("closed", interaction => interaction with { Status = InteractionStatus.Closed, NeedsReply = false });

        var counts = await InSellerAsync(scope => queries.CountAsync(scope, Start, CancellationToken.None));

        counts.ShouldBe(new InboxCounts(NeedsReply: 3, Urgent: 1, Overdue: 1, NeedsPerson: 1, Waiting: 1, Done: 2, All: 6));
        (await IdsAsync(new InboxFilter())).Count.ShouldBe((int)counts.NeedsReply);
        (await IdsAsync(new InboxFilter { Queue = InboxQueue.Waiting })).ShouldBe(["sending"]);
        (await IdsAsync(new InboxFilter { Queue = InboxQueue.Done })).Count.ShouldBe((int)counts.Done);
        (await IdsAsync(new InboxFilter { Queue = InboxQueue.All })).Count.ShouldBe((int)counts.All);
    }

    [Fact]
    public async Task Work_comes_by_its_deadline_and_pages_miss_and_repeat_nothing()
    {
        await AddAsync("no-deadline", interaction => interaction);
        foreach (var minute in new[] { 30, 10, 20, 10 })
        {
            await AddAsync($"due-{minute}-{ids.Next()}", interaction => interaction with { FirstResponseDue = Start.AddMinutes(minute) });
        }

        var whole = await IdsAsync(new InboxFilter());
        whole.Select(id => id.Split('-')[1]).ShouldBe(["deadline", "10", "10", "20", "30"]);
        (await PagesAsync(new InboxFilter { Limit = 2 })).ShouldBe(whole);
    }

    [Fact]
    public async Task Everything_else_comes_newest_first_and_pages_too()
    {
        for (var day = 0; day < 5; day++)
        {
            var at = Start.AddDays(-day);
            await AddAsync($"day-{day}", interaction => interaction with { OccurredAt = at });
        }

        (await PagesAsync(new InboxFilter { Queue = InboxQueue.All, Limit = 2 })).ShouldBe(["day-0", "day-1", "day-2", "day-3", "day-4"]);
    }

    [Theory]
    [InlineData("термос", 1)]
    [InlineData("МАРИНА", 2)]
    [InlineData("100%", 1)]
    [InlineData("_", 0)]
    [InlineData("нет такого", 0)]
    public async Task Search_takes_the_text_as_it_is(string search, int found)
    {
        await AddAsync("a", interaction => interaction with { Subject = "Термос", Preview = "Держит на 100% тепло", CustomerName = "Марина" });
        await AddAsync("b", interaction => interaction with { Subject = "Чашка", Preview = "Держит 1000 часов", CustomerName = "Марина" });

        (await IdsAsync(new InboxFilter { Search = search })).Count.ShouldBe(found);
    }

    [Fact]
    public async Task Filters_combine()
    {
        var operatorId = ids.Next();
        await AddAsync("mine", interaction => interaction with { AssigneeId = operatorId, Priority = Priority.High });
        await AddAsync("other", interaction => interaction with { Priority = Priority.High });

        (await IdsAsync(new InboxFilter { AssigneeId = operatorId, Priority = Priority.High, Channel = Channel.Review })).ShouldBe(["mine"]);
        (await IdsAsync(new InboxFilter { Channel = Channel.Chat })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("YWJj")]
    public async Task A_strange_cursor_is_refused(string cursor) =>
        (await Should.ThrowAsync<FormatException>(() => IdsAsync(new InboxFilter { Cursor = cursor }))).Message.ShouldContain("nextCursor");

    [Fact]
    public async Task A_change_is_found_by_its_time()
    {
        await AddAsync("a", interaction => interaction);
        time.Advance(TimeSpan.FromMinutes(1));
        var since = time.GetUtcNow();
        var id = await AddAsync("b", interaction => interaction with { UpdatedAt = since });

        var changes = await InSellerAsync(scope => queries.ChangedSinceAsync(scope, since, CancellationToken.None));
        changes.ShouldHaveSingleItem().ShouldBe(new InteractionRevision(id, 1, since));
    }

    private async Task<Guid> AddAsync(string externalId, Func<Interaction, Interaction> change)
    {
        var interaction = change(new Interaction
        {
            SellerId = sellerId,
            Id = ids.Next(),
            Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, externalId),
            NeedsReply = true,
            Subject = "Лампа",
            Preview = "Светит",
            OccurredAt = Start,
            ReceivedAt = Start,
            ClockStart = Start,
            UpdatedAt = Start,
        });
        (await InSellerAsync(scope => store.TryInsertAsync(scope, interaction, CancellationToken.None))).ShouldBeTrue();
        return interaction.Id;
    }

    private async Task<List<string>> IdsAsync(InboxFilter filter) =>
        [.. (await InSellerAsync(scope => queries.ListAsync(scope, filter, CancellationToken.None))).Items.Select(item => item.Key.ExternalId)];

    private async Task<List<string>> PagesAsync(InboxFilter filter)
    {
        var all = new List<string>();
        do
        {
            var page = await InSellerAsync(scope => queries.ListAsync(scope, filter, CancellationToken.None));
            all.AddRange(page.Items.Select(item => item.Key.ExternalId));
            filter = filter with { Cursor = page.NextCursor };
        }
        while (filter.Cursor is not null);
        return all;
    }

    private Task<T> InSellerAsync<T>(Func<TenantScope, Task<T>> work) => database.Database.InTenantAsync(sellerId, work, CancellationToken.None);
}
