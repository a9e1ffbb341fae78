using AgentIQ.Ingestion.Tests.Support;
using AgentIQ.Interactions;
using AgentIQ.Simulator.Wildberries;
using AgentIQ.Simulator.Wildberries.Faults;
using AgentIQ.Simulator.Wildberries.Gateway;

namespace AgentIQ.Ingestion.Tests.Sync;

/// <summary>The marketplace misbehaves: the sync waits, says why, and goes on; nothing is lost and no other channel suffers.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private IngestionHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IngestionHost.StartAsync(options => options with { PageSize = 10, PageOverlap = 2 });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(FaultKind.ServerError, ReasonCodes.ServerError)]
    [InlineData(FaultKind.HtmlPage, ReasonCodes.HtmlAnswer)]
    [InlineData(FaultKind.HtmlPageAsSuccess, ReasonCodes.HtmlAnswer)]
    [InlineData(FaultKind.EmptyBody, ReasonCodes.EmptyAnswer)]
    [InlineData(FaultKind.CutBody, ReasonCodes.CutAnswer)]
    [InlineData(FaultKind.TornBody, ReasonCodes.CutAnswer, ReasonCodes.Unreachable)]
    [InlineData(FaultKind.ConnectionReset, ReasonCodes.Unreachable)]
    [InlineData(FaultKind.WrongTypes, ReasonCodes.WrongAnswer)]
    public async Task A_fault_in_the_middle_is_told_waited_out_and_made_good(FaultKind kind, params string[] codes)
    {
        _host.WriteMany(25);
        var channel = await _host.ConnectAsync();
        using var secondPage = _host.Simulator.Wildberries.OnRequest("GET", "/api/v1/feedbacks", RequestMoment.Handled);
        var sync = _host.SyncAsync(channel);
        await secondPage.Reached;
        _host.Simulator.Wildberries.Faults.Add(new Fault(kind) { Path = "/api/v1/feedbacks" });
        secondPage.Release();

        var report = await sync;

        report.Outcome.ShouldBe(SyncOutcome.Failed);
        // A torn connection may be noticed with the headers or in the body.
        report.Reason!.Code.ShouldBeOneOf(codes);
        report.Counts.Created.ShouldBe(10);
        var status = await _host.StatusAsync(channel);
        status.State.ShouldBe(ChannelState.Waiting);
        status.Reason.ShouldBe(report.Reason, new ReasonComparer());
        status.NextSyncAt.ShouldBe(_host.Time.GetUtcNow() + TimeSpan.FromSeconds(5));

        (await _host.SyncAsync(channel)).Outcome.ShouldBe(SyncOutcome.Completed);
        (await _host.CountAsync()).ShouldBe(25);
        (await _host.StatusAsync(channel)).Reason.ShouldBeNull();
    }

    [Fact]
    public async Task A_marketplace_that_says_nothing_for_a_minute_is_left_and_asked_again()
    {
        _host.WriteMany(3);
        var channel = await _host.ConnectAsync();
        _host.Simulator.Wildberries.Faults.Add(new Fault(FaultKind.Hang) { Path = "/api/v1/feedbacks" });
        using var arrived = _host.Simulator.Wildberries.OnRequest("GET", "/api/v1/feedbacks", RequestMoment.Arrived, hold: false);
        var sync = _host.SyncAsync(channel);
        await arrived.Reached;
        _host.Time.Advance(TimeSpan.FromSeconds(31));

        (await sync).Reason!.Code.ShouldBe(ReasonCodes.NoAnswer);
        (await _host.StatusAsync(channel)).State.ShouldBe(ChannelState.Waiting);
        (await _host.SyncAsync(channel)).Counts.Created.ShouldBe(3);
    }

    [Fact]
    public async Task A_limit_is_waited_out_for_as_long_as_the_marketplace_says()
    {
        _host.WriteMany(3);
        var channel = await _host.ConnectAsync();
        _host.Simulator.Wildberries.Faults.Add(new Fault(FaultKind.TooManyRequests) { Path = "/api/v1/feedbacks", Delay = TimeSpan.FromSeconds(90) });

        var report = await _host.SyncAsync(channel);
        var early = await _host.SyncAsync(channel);

        report.Outcome.ShouldBe(SyncOutcome.Waiting);
        early.Outcome.ShouldBe(SyncOutcome.Waiting);
        var status = await _host.StatusAsync(channel);
        status.State.ShouldBe(ChannelState.Waiting);
        status.NextSyncAt.ShouldBe(_host.Time.GetUtcNow() + TimeSpan.FromSeconds(90));
        // The second run did not ask at all: the pace is held for everybody.
        _host.Simulator.Wildberries.Requests.Count(request => request.Path == "/api/v1/feedbacks").ShouldBe(1);

        _host.Time.Advance(TimeSpan.FromSeconds(90));
        (await _host.SyncAsync(channel)).Outcome.ShouldBe(SyncOutcome.Completed);
    }

    [Fact]
    public async Task Failures_in_a_row_back_off_and_show_as_failing_until_one_comes_through()
    {
        var channel = await _host.ConnectAsync();
        _host.Simulator.Wildberries.Faults.Add(new Fault(FaultKind.ServerError) { Path = "/api/v1/feedbacks", Times = 4 });

        var waits = new List<double>();
        for (var run = 0; run < 4; run++)
        {
            await _host.SyncAsync(channel);
            waits.Add(((await _host.StatusAsync(channel)).NextSyncAt!.Value - _host.Time.GetUtcNow()).TotalSeconds);
        }

        waits.ShouldBe([5, 10, 20, 40]);
        (await _host.StatusAsync(channel)).State.ShouldBe(ChannelState.Failing);
        await _host.SyncAsync(channel);
        (await _host.StatusAsync(channel)).State.ShouldBe(ChannelState.Ok);
    }

    [Fact]
    public async Task One_bad_record_goes_to_the_quarantine_and_stops_nothing()
    {
        var reviews = _host.WriteMany(12);
        var channel = await _host.ConnectAsync();
        _host.Simulator.Wildberries.Faults.Add(new Fault(FaultKind.MalformedRecord) { Path = "/api/v1/feedbacks", Record = 4 });

        var report = await _host.SyncAsync(channel);

        report.Outcome.ShouldBe(SyncOutcome.Completed);
        report.Counts.ShouldBe(new SyncCounts(12, 11, 0, 0, 1));
        var waiting = (await QuarantineAsync(channel)).ShouldHaveSingleItem();
        waiting.ExternalId.ShouldBe(reviews[4].Id);
        waiting.Problem.ShouldContain("createdDate: expected a time with an offset");
        waiting.Raw.ShouldContain("вчера");
        (await _host.StatusAsync(channel)).Quarantined.ShouldBe(1);

        // Its marketplace mends it, and it comes in by itself.
        await _host.SyncAsync(channel);
        (await _host.FindAsync(reviews[4].Id)).ShouldNotBeNull();
        (await QuarantineAsync(channel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_that_cannot_be_stored_takes_nothing_with_it()
    {
        var reviews = _host.WriteMany(12);
        var channel = await _host.ConnectAsync();
        _host.Listener.FailOn = reviews[3].Id;

        var report = await _host.SyncAsync(channel);
        await _host.SyncAsync(channel);

        report.Counts.ShouldBe(new SyncCounts(12, 11, 0, 0, 1));
        (await _host.FindAsync(reviews[3].Id)).ShouldBeNull();
        var waiting = (await QuarantineAsync(channel)).ShouldHaveSingleItem();
        waiting.Problem.ShouldBe($"cannot take {reviews[3].Id}");
        waiting.Times.ShouldBe(2);

        _host.Listener.FailOn = null;
        await _host.SyncAsync(channel);
        (await _host.CountAsync()).ShouldBe(12);
        (await QuarantineAsync(channel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_token_stops_the_asking_until_it_is_changed_and_other_channels_go_on()
    {
        _host.WriteMany(2);
        var refused = await _host.ConnectAsync(name: "Первый кабинет");
        var neighbour = _host.Simulator.Wildberries.AddSeller("Соседний магазин");
        neighbour.Add(new AgentIQ.Simulator.Wildberries.Feedbacks.Feedback { Text = "Спасибо", CreatedDate = _host.Time.GetUtcNow() });
        var other = await _host.ConnectAsync(neighbour.IssueToken(), "Второй кабинет");
        _host.Account.Access = SellerAccess.TokenWithdrawn;

        var reports = await _host.Get<SyncWorker>().RunDueAsync(CancellationToken.None);

        reports.Single(report => report.ChannelId == refused).Outcome.ShouldBe(SyncOutcome.Unauthorized);
        reports.Single(report => report.ChannelId == other).Counts.Created.ShouldBe(1);
        var status = await _host.StatusAsync(refused);
        status.State.ShouldBe(ChannelState.Unauthorized);
        status.NextSyncAt.ShouldBeNull();
        status.Reason!.Text(Language.Russian).ShouldContain("запросы остановлены");

        var before = _host.Simulator.Wildberries.Requests.Count;
        _host.Time.Advance(TimeSpan.FromHours(1));
        (await _host.Get<SyncWorker>().RunDueAsync(CancellationToken.None)).ShouldHaveSingleItem().ChannelId.ShouldBe(other);
        (await _host.SyncAsync(refused)).Outcome.ShouldBe(SyncOutcome.NotMine);
        _host.Simulator.Wildberries.Requests.Skip(before).Count().ShouldBe(2);

        _host.Account.Access = SellerAccess.Granted;
        await _host.Get<ChannelService>().ReplaceSecretAsync(_host.SellerId, refused, _host.Token(), CancellationToken.None);
        (await _host.SyncAsync(refused)).Counts.Created.ShouldBe(2);
        (await _host.StatusAsync(refused)).State.ShouldBe(ChannelState.Ok);
    }

    [Fact]
    public async Task A_token_that_expires_says_so()
    {
        var channel = await _host.ConnectAsync(_host.Token(expiresAt: _host.Time.GetUtcNow().AddDays(1)));
        _host.Time.Advance(TimeSpan.FromDays(2));

        await _host.SyncAsync(channel);

        var status = await _host.StatusAsync(channel);
        status.State.ShouldBe(ChannelState.Unauthorized);
        status.Reason!.Code.ShouldBe(ReasonCodes.TokenExpired);
    }

    private Task<IReadOnlyList<QuarantinedRecord>> QuarantineAsync(Guid channel) =>
        _host.InSellerAsync(scope => _host.Get<Quarantine>().ListAsync(scope, channel, 10, CancellationToken.None));
}
