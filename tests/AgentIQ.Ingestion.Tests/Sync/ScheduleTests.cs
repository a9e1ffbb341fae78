using AgentIQ.Ingestion.Tests.Support;
using AgentIQ.Simulator.Wildberries.Gateway;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Ingestion.Tests.Sync;

/// <summary>Several processes share the schedule; a process that lost its lease cannot write.</summary>
public sealed class ScheduleTests : IAsyncLifetime
{
    private IngestionHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IngestionHost.StartAsync(options => options with { PageSize = 10, PageOverlap = 2 });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_channel_is_synced_by_one_process_at_a_time()
    {
        _host.WriteMany(3);
        var channel = await _host.ConnectAsync();
        await using var other = _host.AnotherProcess();
        using var gate = _host.Simulator.Wildberries.OnRequest("GET", "/api/v1/feedbacks", RequestMoment.Handled);
        var running = _host.Get<SyncWorker>().RunDueAsync(CancellationToken.None);
        await gate.Reached;

        (await other.GetRequiredService<SyncWorker>().RunDueAsync(CancellationToken.None)).ShouldBeEmpty();
        (await other.GetRequiredService<SyncRunner>().RunOnceAsync(_host.SellerId, channel, CancellationToken.None)).Outcome.ShouldBe(SyncOutcome.NotMine);

        gate.Release();
        (await running).ShouldHaveSingleItem().Counts.Created.ShouldBe(3);
        (await _host.Get<SyncWorker>().RunDueAsync(CancellationToken.None)).ShouldBeEmpty();
        _host.Time.Advance(TimeSpan.FromSeconds(30));
        (await other.GetRequiredService<SyncWorker>().RunDueAsync(CancellationToken.None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_process_that_was_silent_for_too_long_writes_nothing_more()
    {
        _host.WriteMany(15);
        var channel = await _host.ConnectAsync();
        await using var other = _host.AnotherProcess();
        using var gate = _host.Simulator.Wildberries.OnRequest("GET", "/api/v1/feedbacks", RequestMoment.Handled);
        var sleeper = _host.SyncAsync(channel);
        await gate.Reached;
        await ExpireLeaseAsync();

        (await other.GetRequiredService<SyncRunner>().RunOnceAsync(_host.SellerId, channel, CancellationToken.None)).Counts.Created.ShouldBe(15);
        gate.Release();

        var report = await sleeper;
        report.Outcome.ShouldBe(SyncOutcome.NotMine);
        report.Counts.ShouldBe(SyncCounts.None);
        (await _host.InSellerAsync(scope => scope.Connection.ExecuteScalarAsync<long>("SELECT count(*) FROM sync_runs"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_died_is_succeeded_when_its_lease_ends()
    {
        _host.WriteMany(3);
        await _host.ConnectAsync();
        (await _host.Get<SyncSchedule>().ClaimDueAsync(5, CancellationToken.None)).ShouldHaveSingleItem();
        (await _host.Get<SyncWorker>().RunDueAsync(CancellationToken.None)).ShouldBeEmpty();

        await ExpireLeaseAsync();

        (await _host.Get<SyncWorker>().RunDueAsync(CancellationToken.None)).ShouldHaveSingleItem().Counts.Created.ShouldBe(3);
    }

    [Fact]
    public async Task A_process_that_stops_gives_its_channel_back_at_once()
    {
        _host.WriteMany(3);
        var channel = await _host.ConnectAsync();
        using var gate = _host.Simulator.Wildberries.OnRequest("GET", "/api/v1/feedbacks", RequestMoment.Arrived);
        using var stop = new CancellationTokenSource();
        var running = _host.Get<SyncRunner>().RunOnceAsync(_host.SellerId, channel, stop.Token);
        await gate.Reached;
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        (await _host.SyncAsync(channel)).Counts.Created.ShouldBe(3);
    }

    [Fact]
    public async Task The_worker_syncs_what_is_due_and_stops_cleanly()
    {
        _host.WriteMany(3);
        await _host.ConnectAsync();
        using var answered = _host.Simulator.Wildberries.OnRequest("GET", "/api/v1/feedbacks", RequestMoment.Handled, hold: false);
        using var worker = _host.Get<SyncWorker>();

        await worker.StartAsync(CancellationToken.None);
        await answered.Reached;
        await worker.StopAsync(CancellationToken.None);

        await _host.SyncAsync((await _host.Get<ChannelService>().ListAsync(_host.SellerId, CancellationToken.None))[0].Id);
        (await _host.CountAsync()).ShouldBe(3);
    }

    private Task ExpireLeaseAsync() => _host.InSellerAsync(scope => scope.Connection.ExecuteAsync(
        "UPDATE sync_schedule SET lease_until = clock_timestamp() - interval '1 second'"));
}
