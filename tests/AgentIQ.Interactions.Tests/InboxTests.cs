using AgentIQ.Postgres;
using AgentIQ.Testing;

namespace AgentIQ.Interactions.Tests;

public sealed class InboxTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider time = new(Start);
    private readonly RecordingListener listener = new();
    private readonly Guid sellerId = Guid.CreateVersion7(Start);
    private TestDatabase database = null!;
    private InteractionStore store = null!;
    private InteractionContents contents = null!;
    private InteractionEvents events = null!;
    private InteractionInbox inbox = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(InteractionsSchema.Part);
        var ids = new UuidV7Source(time);
        store = new InteractionStore(time);
        contents = new InteractionContents();
        events = new InteractionEvents(ids);
        inbox = new InteractionInbox(store, contents, events, listener, ids, time);
        await InSellerAsync(scope => new SellerStore(time).EnsureAsync(scope, "Дом и сад", CancellationToken.None));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task The_same_item_is_stored_once()
    {
        (await ReceiveAsync(Review("a"))).ShouldBe(ReceiveResult.Created);
        (await ReceiveAsync(Review("a"))).ShouldBe(ReceiveResult.Unchanged);

        var interaction = await FindAsync("a");
        interaction.Status.ShouldBe(InteractionStatus.New);
        interaction.NeedsReply.ShouldBeTrue();
        interaction.Preview.ShouldBe("Хороший термос");
        listener.Created.ShouldHaveSingleItem().Id.ShouldBe(interaction.Id);
        (await EventsAsync(interaction)).ShouldBe([InteractionEventTypes.Received]);
    }

    [Fact]
    public async Task Two_processes_that_receive_it_at_once_make_one_interaction()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ReceiveAsync(Review("race"))));

        results.Count(result => result == ReceiveResult.Created).ShouldBe(1);
        results.Count(result => result == ReceiveResult.Unchanged).ShouldBe(7);
    }

    [Fact]
    public async Task A_rating_without_words_needs_no_reply()
    {
        await ReceiveAsync(Review("stars", text: ""));

        var interaction = await FindAsync("stars");
        (interaction.NeedsReply, interaction.RatingOnly).ShouldBe((false, true));
    }

    [Fact]
    public async Task What_the_marketplace_shows_as_answered_needs_no_reply()
    {
        await ReceiveAsync(Review("answered", answer: new InboundAnswer("Спасибо!", AnswerState.Published)));

        var interaction = await FindAsync("answered");
        (interaction.NeedsReply, interaction.ReplyState).ShouldBe((false, ReplyState.AnsweredOutside));
    }

    [Fact]
    public async Task A_rejected_answer_is_no_answer()
    {
        await ReceiveAsync(Review("rejected", answer: new InboundAnswer("Пишите на почту", AnswerState.Rejected)));

        (await FindAsync("rejected")).NeedsReply.ShouldBeTrue();
    }

    [Fact]
    public async Task An_edit_by_the_customer_is_kept_and_told()
    {
        await ReceiveAsync(Review("edit"));
        (await ReceiveAsync(Review("edit", text: "Потёк на второй день", rating: 1))).ShouldBe(ReceiveResult.Edited);

        var interaction = await FindAsync("edit");
        (interaction.Rating, interaction.Preview, interaction.Revision).ShouldBe((1, "Потёк на второй день", 2));
        listener.Edited.ShouldHaveSingleItem();
        (await EventsAsync(interaction)).ShouldBe([InteractionEventTypes.Received, InteractionEventTypes.CustomerEdited]);
    }

    [Fact]
    public async Task A_customer_who_adds_words_to_a_rating_needs_a_reply()
    {
        await ReceiveAsync(Review("words", text: ""));
        await ReceiveAsync(Review("words", text: "Крышка не закрывается"));

        (await FindAsync("words")).NeedsReply.ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_given_outside_is_noticed_later()
    {
        await ReceiveAsync(Review("outside"));
        (await ReceiveAsync(Review("outside", answer: new InboundAnswer("Рады, что понравилось", AnswerState.Moderation)))).ShouldBe(ReceiveResult.AnswerChanged);
        (await ReceiveAsync(Review("outside", answer: new InboundAnswer("Рады, что понравилось", AnswerState.Published)))).ShouldBe(ReceiveResult.AnswerChanged);

        listener.Answers.Select(answer => answer.State).ShouldBe([AnswerState.Moderation, AnswerState.Published]);
    }

    [Fact]
    public async Task A_customer_who_comes_back_after_closing_opens_the_next_round()
    {
        await ReceiveAsync(Review("back", text: ""));
        var first = await FindAsync("back");
        await InSellerAsync(scope => store.UpdateAsync(scope, first.Id, current => StateMachine.Apply(current, Trigger.Close, time.GetUtcNow()), CancellationToken.None));

        time.Advance(TimeSpan.FromDays(3));
        (await ReceiveAsync(Review("back", text: "Перестал работать", rating: 1))).ShouldBe(ReceiveResult.Created);

        var second = await FindAsync("back");
        (second.Round, second.Status, second.ClockStart).ShouldBe((2, InteractionStatus.New, Start.AddDays(3)));
        second.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task Importing_history_starts_no_clock_in_the_past()
    {
        await ReceiveAsync(Review("old") with { OccurredAt = Start.AddYears(-1), ConnectedAt = Start });
        await ReceiveAsync(Review("new") with { OccurredAt = Start, ConnectedAt = Start.AddYears(-1) });

        (await FindAsync("old")).ClockStart.ShouldBe(Start);
        (await FindAsync("new")).ClockStart.ShouldBe(Start);
    }

    [Fact]
    public async Task Another_seller_sees_nothing()
    {
        await ReceiveAsync(Review("mine"));
        var mine = await FindAsync("mine");

        var stranger = Guid.CreateVersion7(Start.AddTicks(1));
        (await database.Database.InTenantAsync(stranger, scope => store.FindAsync(scope, mine.Id, CancellationToken.None), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_preview_is_one_line_and_short()
    {
        await ReceiveAsync(Review("long", text: "Первая строка\n\n" + string.Concat(Enumerable.Repeat("слово ", 100))));

        var preview = (await FindAsync("long")).Preview;
        preview.Length.ShouldBeLessThanOrEqualTo(Interaction.MaxPreview);
        preview.ShouldStartWith("Первая строка слово");
        preview.ShouldEndWith("…");
    }

    [Fact]
    public async Task What_the_customer_writes_is_counted_over_edits_and_rounds()
    {
        await ReceiveAsync(Review("stars", text: ""));
        (await FindAsync("stars")).MessagesFromCustomer.ShouldBe(0);

        await ReceiveAsync(Review("a"));
        await ReceiveAsync(Review("a"));
        (await FindAsync("a")).MessagesFromCustomer.ShouldBe(1);

        await ReceiveAsync(Review("a", text: "Термос протекает"));
        (await FindAsync("a")).MessagesFromCustomer.ShouldBe(2);

        await CloseAsync(await FindAsync("a"));
        await ReceiveAsync(Review("a", text: "Термос всё ещё протекает"));
        var next = await FindAsync("a");
        (next.Round, next.MessagesFromCustomer).ShouldBe((2, 3));
    }

    [Fact]
    public async Task A_customer_who_was_waited_for_and_writes_gives_the_turn_back()
    {
        await ReceiveAsync(Review("a"));
        var asked = await FindAsync("a");
        await InSellerAsync(scope => store.UpdateAsync(
            scope, asked.Id, current => current with { Status = InteractionStatus.WaitingCustomer, NeedsReply = false, ClockStoppedAt = Start }, CancellationToken.None));
        time.Advance(TimeSpan.FromHours(3));

        await ReceiveAsync(Review("a", text: "Вот фотография"));

        var written = await FindAsync("a");
        (written.Status, written.NeedsReply).ShouldBe((InteractionStatus.Assigned, true));
        (written.ClockStoppedAt, written.ClockResumedAt).ShouldBe((Start, Start.AddHours(3)));
    }

    private Task CloseAsync(Interaction interaction) => InSellerAsync(scope => store.UpdateAsync(
        scope, interaction.Id, current => StateMachine.Apply(current, Trigger.Close, time.GetUtcNow()) with { NeedsReply = false }, CancellationToken.None));

    private static InboundItem Review(string id, string text = "Хороший термос", int rating = 5, InboundAnswer? answer = null) => new()
    {
        Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, id),
        OccurredAt = Start,
        ConnectedAt = Start.AddDays(-1),
        Rating = rating,
        ProductName = "Термос",
        CustomerName = "Марина К.",
        Content = new InteractionContent { Text = text, Answer = answer, Raw = "{}" },
    };

    private Task<ReceiveResult> ReceiveAsync(InboundItem item) => InSellerAsync(scope => inbox.ReceiveAsync(scope, item, CancellationToken.None));

    private async Task<Interaction> FindAsync(string externalId) =>
        (await InSellerAsync(scope => store.FindByKeyAsync(
            scope, new InteractionKey(Marketplaces.Wildberries, Channel.Review, externalId), forUpdate: false, CancellationToken.None)))!;

    private async Task<IEnumerable<string>> EventsAsync(Interaction interaction) =>
        (await InSellerAsync(scope => events.ListAsync(scope, interaction.Id, CancellationToken.None))).Select(item => item.Type);

    private Task<T> InSellerAsync<T>(Func<TenantScope, Task<T>> work) => database.Database.InTenantAsync(sellerId, work, CancellationToken.None);

    private Task InSellerAsync(Func<TenantScope, Task> work) => database.Database.InTenantAsync(sellerId, work, CancellationToken.None);

    private sealed class RecordingListener : IInteractionListener
    {
        public List<Interaction> Created { get; } = [];

        public List<Interaction> Edited { get; } = [];

        public List<InboundAnswer> Answers { get; } = [];

        public Task CreatedAsync(TenantScope scope, Interaction interaction, CancellationToken cancellationToken)
        {
            lock (Created)
            {
                Created.Add(interaction);
            }

            return Task.CompletedTask;
        }

        public Task EditedAsync(TenantScope scope, Interaction interaction, CancellationToken cancellationToken)
        {
            Edited.Add(interaction);
            return Task.CompletedTask;
        }

        public Task AnswerSeenAsync(TenantScope scope, Interaction interaction, InboundAnswer answer, CancellationToken cancellationToken)
        {
            Answers.Add(answer);
            return Task.CompletedTask;
        }
    }
}
