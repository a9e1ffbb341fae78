using AgentIQ.Ingestion.Tests.Support;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Simulator.Wildberries.Tokens;

namespace AgentIQ.Ingestion.Tests.Sync;

/// <summary>A plain Base token: five calls an hour. Every call is chosen, and none is wasted on a refusal.</summary>
public sealed class ScarceTests : IAsyncLifetime
{
    private IngestionHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IngestionHost.StartAsync(paced: true);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task One_call_in_twelve_minutes_brings_everything_and_is_never_refused()
    {
        _host.WriteMany(250);
        var answered = _host.Account.Add(new Feedback { Text = "Спасибо", Answer = new FeedbackAnswer("И вам", "wbRu", false), CreatedDate = _host.Time.GetUtcNow().AddDays(-2) });
        var channel = await _host.ConnectAsync(_host.Token(WildberriesTokenKind.Base));

        (await _host.SyncAsync(channel)).Counts.Created.ShouldBe(250);
        var status = await _host.StatusAsync(channel);
        status.State.ShouldBe(ChannelState.Ok);
        status.TokenKind.ShouldBe("base");
        status.NextSyncAt.ShouldBe(_host.Time.GetUtcNow() + TimeSpan.FromMinutes(12));

        // Nothing is due before the next call is allowed, and then the answered list has its turn.
        for (var minute = 0; minute < 60; minute++)
        {
            _host.Time.Advance(TimeSpan.FromMinutes(1));
            await _host.Get<SyncWorker>().RunDueAsync(CancellationToken.None);
        }

        (await _host.FindAsync(answered.Id)).ShouldNotBeNull();
        var calls = _host.Simulator.Wildberries.Requests.Where(request => request.Path == "/api/v1/feedbacks").ToList();
        calls.Count.ShouldBe(6);
        calls.ShouldAllBe(request => request.Status == 200);
    }

    [Fact]
    public async Task A_run_before_its_time_asks_nothing_and_says_when()
    {
        var channel = await _host.ConnectAsync(_host.Token(WildberriesTokenKind.Base));
        await _host.SyncAsync(channel);
        _host.Time.Advance(TimeSpan.FromMinutes(2));

        var report = await _host.SyncAsync(channel);

        report.Outcome.ShouldBe(SyncOutcome.Waiting);
        report.Reason!.Text(Language.Russian).ShouldContain("600 с");
        (await _host.StatusAsync(channel)).NextSyncAt.ShouldBe(_host.Time.GetUtcNow() + TimeSpan.FromMinutes(10));
        _host.Simulator.Wildberries.Requests.Count(request => request.Path == "/api/v1/feedbacks").ShouldBe(1);
    }
}
