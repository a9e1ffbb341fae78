using AgentIQ.Ingestion.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Ingestion.Tests.Pacing;

public sealed class DatabasePacerTests : IAsyncLifetime
{
    private IngestionHost _host = null!;
    private PaceBucket _bucket = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await IngestionHost.StartAsync();
        _bucket = new PaceBucket(_host.SellerId, "test", new PaceProfile(TimeSpan.FromSeconds(10), 3));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_burst_passes_at_once_and_the_next_call_is_told_when()
    {
        var pacer = _host.Get<IPacer>();

        (await AcquireAsync(pacer), await AcquireAsync(pacer), await AcquireAsync(pacer)).ShouldBe((2, 1, 0));
        var limited = await Should.ThrowAsync<ConnectorException>(() => AcquireAsync(pacer));

        limited.Fault.ShouldBe(ConnectorFault.RateLimited);
        limited.RetryAfter.ShouldBe(TimeSpan.FromSeconds(10));
        _host.Time.Advance(TimeSpan.FromSeconds(10));
        (await AcquireAsync(pacer)).ShouldBe(0);
    }

    [Fact]
    public async Task A_near_turn_is_waited_for()
    {
        var pacer = _host.Get<IPacer>();
        for (var i = 0; i < 3; i++)
        {
            await AcquireAsync(pacer);
        }

        _host.Time.Advance(TimeSpan.FromSeconds(6));
        var waiting = AcquireAsync(pacer);
        await _host.Time.WhenTimersAsync(1);
        waiting.IsCompleted.ShouldBeFalse();
        _host.Time.Advance(TimeSpan.FromSeconds(4));

        await waiting;
    }

    [Fact]
    public async Task Processes_share_a_bucket()
    {
        await using var other = _host.AnotherProcess();
        IPacer[] pacers = [_host.Get<IPacer>(), other.GetRequiredService<IPacer>()];

        var calls = await Task.WhenAll(Enumerable.Range(0, 10).Select(async number =>
        {
            try
            {
                await AcquireAsync(pacers[number % 2]);
                return true;
            }
            catch (ConnectorException)
            {
                return false;
            }
        }));

        calls.Count(passed => passed).ShouldBe(3);
    }

    [Fact]
    public async Task A_pause_that_the_marketplace_asks_for_holds_everybody()
    {
        var pacer = _host.Get<IPacer>();
        await pacer.HoldAsync(_bucket, TimeSpan.FromSeconds(3598), CancellationToken.None);

        (await Should.ThrowAsync<ConnectorException>(() => AcquireAsync(pacer))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(3598));
        _host.Time.Advance(TimeSpan.FromSeconds(3598));
        await AcquireAsync(pacer);
    }

    [Fact]
    public async Task Calls_that_somebody_else_made_are_counted()
    {
        var pacer = _host.Get<IPacer>();
        await AcquireAsync(pacer);
        await pacer.CorrectAsync(_bucket, 0, CancellationToken.None);

        (await Should.ThrowAsync<ConnectorException>(() => AcquireAsync(pacer))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_correction_never_gives_calls_back()
    {
        var pacer = _host.Get<IPacer>();
        await AcquireAsync(pacer);
        await AcquireAsync(pacer);
        await pacer.CorrectAsync(_bucket, 3, CancellationToken.None);

        (await AcquireAsync(pacer)).ShouldBe(0);
    }

    private Task<int> AcquireAsync(IPacer pacer) => pacer.AcquireAsync(_bucket, CancellationToken.None);
}
