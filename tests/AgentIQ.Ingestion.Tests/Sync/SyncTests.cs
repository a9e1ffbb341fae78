using AgentIQ.Ingestion.Tests.Support;
using AgentIQ.Interactions;
using AgentIQ.Simulator.Wildberries.Feedbacks;

namespace AgentIQ.Ingestion.Tests.Sync;

/// <summary>What a sync reads, and what it reads again.</summary>
public sealed class SyncTests : IAsyncLifetime
{
    private IngestionHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IngestionHost.StartAsync(
        options => options with { PageSize = 10, PageOverlap = 2, FirstBudget = 60, Budget = 20 });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Everything_is_read_once_and_a_second_run_finds_nothing_new()
    {
        _host.WriteMany(25);
        _host.Account.Add(new Feedback { Text = "Спасибо за быструю доставку", CreatedDate = _host.Time.GetUtcNow().AddHours(-5), Answer = new FeedbackAnswer("И вам спасибо", "wbRu", false) });
        var channel = await _host.ConnectAsync();

        var first = await _host.SyncAsync(channel);
        var second = await _host.SyncAsync(channel);

        first.Outcome.ShouldBe(SyncOutcome.Completed);
        first.Counts.ShouldBe(new SyncCounts(26, 26, 0, 0, 0));
        second.Counts.Created.ShouldBe(0);
        second.Counts.Unchanged.ShouldBe(second.Counts.Fetched);
        (await _host.CountAsync()).ShouldBe(26);
        var status = await _host.StatusAsync(channel);
        status.State.ShouldBe(ChannelState.Ok);
        status.Reason.ShouldBeNull();
        status.LastSyncAt.ShouldBe(_host.Time.GetUtcNow());
        status.NextSyncAt.ShouldBe(_host.Time.GetUtcNow() + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task After_the_first_run_each_pass_stops_at_its_watermark()
    {
        _host.WriteMany(45);
        var channel = await _host.ConnectAsync();
        await _host.SyncAsync(channel);
        var before = _host.Simulator.Wildberries.Requests.Count;

        _host.Time.Advance(TimeSpan.FromMinutes(1));
        _host.Write(text: "Новый отзыв");
        var report = await _host.SyncAsync(channel);

        report.Counts.Created.ShouldBe(1);
        // One page of the unanswered list, one of the answered.
        (_host.Simulator.Wildberries.Requests.Count - before).ShouldBe(2);
    }

    [Fact]
    public async Task The_answered_pass_runs_although_the_unanswered_one_reached_its_watermark()
    {
        _host.WriteMany(15);
        var channel = await _host.ConnectAsync();
        await _host.SyncAsync(channel);

        _host.Time.Advance(TimeSpan.FromMinutes(1));
        var answered = _host.Account.Add(new Feedback { Text = "Всё подошло", Answer = new FeedbackAnswer("Рады!", "wbRu", false), CreatedDate = _host.Time.GetUtcNow() });
        await _host.SyncAsync(channel);

        (await _host.FindAsync(answered.Id)).ShouldNotBeNull().NeedsReply.ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_given_in_the_cabinet_is_seen_however_old_the_review_is()
    {
        var reviews = _host.WriteMany(50);
        var channel = await _host.ConnectAsync();
        await _host.SyncAsync(channel);
        var oldest = reviews[^1].Id;

        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await AnswerInCabinetAsync(oldest);
        var report = await _host.SyncAsync(channel);

        report.Counts.Updated.ShouldBe(1);
        _host.Listener.Heard.ShouldContain($"answer moderation: {oldest}");
        // And it is not read singly for ever.
        var before = _host.Simulator.Wildberries.Requests.Count;
        await _host.SyncAsync(channel);
        _host.Simulator.Wildberries.Requests.Skip(before).ShouldAllBe(request => request.Path == "/api/v1/feedbacks");
    }

    [Fact]
    public async Task What_a_budget_leaves_over_is_read_by_the_next_runs_and_nothing_is_skipped()
    {
        _host.WriteMany(150);
        var channel = await _host.ConnectAsync();

        var first = await _host.SyncAsync(channel);
        first.Outcome.ShouldBe(SyncOutcome.MoreToCome);
        first.Counts.Created.ShouldBe(60);
        (await _host.StatusAsync(channel)).State.ShouldBe(ChannelState.Syncing);

        // Meanwhile life goes on: new reviews move the list down, answered ones move it up.
        for (var run = 0; run < 30; run++)
        {
            _host.Time.Advance(TimeSpan.FromSeconds(5));
            _host.Write(text: $"Пока читали {run}");
            if ((await _host.SyncAsync(channel)).Outcome == SyncOutcome.Completed)
            {
                break;
            }
        }

        (await _host.CountAsync()).ShouldBe(_host.Account.Feedbacks.Count);
        (await _host.StatusAsync(channel)).State.ShouldBe(ChannelState.Ok);
    }

    [Fact]
    public async Task Reviews_that_arrive_between_two_pages_make_no_doubles()
    {
        _host.WriteMany(25);
        var channel = await _host.ConnectAsync();
        using var gate = _host.Simulator.Wildberries.OnRequest("GET", "/api/v1/feedbacks", AgentIQ.Simulator.Wildberries.Gateway.RequestMoment.Handled);
        var sync = _host.SyncAsync(channel);
        await gate.Reached;
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 7; i++)
        {
            _host.Write(text: $"Вклинился {i}");
        }

        gate.Release();
        var report = await sync;

        report.Counts.Fetched.ShouldBe(report.Counts.Created);
        await _host.SyncAsync(channel);
        (await _host.CountAsync()).ShouldBe(32);
    }

    [Fact]
    public async Task Reviews_that_leave_the_list_between_two_pages_hide_none()
    {
        var reviews = _host.WriteMany(35);
        var channel = await _host.ConnectAsync();
        using var gate = _host.Simulator.Wildberries.OnRequest("GET", "/api/v1/feedbacks", AgentIQ.Simulator.Wildberries.Gateway.RequestMoment.Handled);
        var sync = _host.SyncAsync(channel);
        await gate.Reached;
        foreach (var review in reviews.Take(6))
        {
            // More than the overlap of the pages.
            _host.Account.Remove(review.Id);
        }

        gate.Release();
        await sync;

        foreach (var review in reviews.Skip(6))
        {
            (await _host.FindAsync(review.Id)).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task An_edit_of_an_old_review_is_seen_by_the_sweep()
    {
        var reviews = _host.WriteMany(45);
        var channel = await _host.ConnectAsync();
        await _host.SyncAsync(channel);

        _host.Account.Edit(reviews[^1].Id, feedback => feedback with { Text = "Передумал, плохо" });
        _host.Time.Advance(TimeSpan.FromMinutes(61));
        var report = await _host.SyncAsync(channel);

        report.Counts.Updated.ShouldBe(1);
        (await _host.FindAsync(reviews[^1].Id))!.Preview.ShouldBe("Передумал, плохо");
    }

    [Fact]
    public async Task A_rating_without_words_needs_no_reply()
    {
        var review = _host.Write(text: "", rating: 2);
        await _host.SyncAsync(await _host.ConnectAsync());

        var interaction = (await _host.FindAsync(review.Id)).ShouldNotBeNull();
        interaction.NeedsReply.ShouldBeFalse();
        interaction.RatingOnly.ShouldBeTrue();
    }

    [Fact]
    public async Task The_clocks_of_what_came_before_start_when_the_channel_was_connected()
    {
        var review = _host.Write(minutesAgo: 600);
        var connectedAt = _host.Time.GetUtcNow();
        var channel = await _host.ConnectAsync();
        _host.Time.Advance(TimeSpan.FromMinutes(3));
        await _host.SyncAsync(channel);

        (await _host.FindAsync(review.Id))!.ClockStart.ShouldBe(connectedAt);
    }

    [Fact]
    public async Task Runs_are_recorded()
    {
        _host.WriteMany(3);
        var channel = await _host.ConnectAsync();
        await _host.SyncAsync(channel);
        _host.Time.Advance(TimeSpan.FromSeconds(30));
        await _host.SyncAsync(channel);

        var runs = await _host.InSellerAsync(scope => _host.Get<SyncRuns>().ListAsync(scope, channel, 10, CancellationToken.None));
        runs.Select(run => run.Counts.Created).ShouldBe([0, 3]);
        runs.ShouldAllBe(run => run.Outcome == SyncOutcome.Completed);
    }

    /// <summary>Somebody answers in the marketplace's own cabinet: the same as the API, past us.</summary>
    private async Task AnswerInCabinetAsync(string id)
    {
        using var http = new HttpClient { BaseAddress = _host.Simulator.BaseAddress };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", _host.Token());
        using var content = System.Net.Http.Json.JsonContent.Create(new { id, text = "Ответ из кабинета продавца" });
        (await http.PostAsync("/api/v1/feedbacks/answer", content)).EnsureSuccessStatusCode();
    }
}
