using AgentIQ.Testing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentIQ.Postgres.Tests.Notifications;

public sealed class NotificationsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_payload_reaches_the_subscribers_of_its_channel()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var notifications = Create(database, TimeProvider.System);
        var heard = new TaskCompletionSource<string>();
        var other = new List<string>();
        using var first = await SubscribeAsync(notifications, "desk", payload => heard.TrySetResult(payload));
        using var second = await SubscribeAsync(notifications, "elsewhere", other.Add);

        await NotifyAsync(database, "desk", "привет");

        (await heard.Task.WaitAsync(Patience)).ShouldBe("привет");
        other.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_subscriber_that_fails_does_not_silence_the_others()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var notifications = Create(database, TimeProvider.System);
        var heard = new TaskCompletionSource<string>();
        using var failing = await SubscribeAsync(notifications, "desk", _ => throw new InvalidOperationException("mine"));
        using var healthy = await SubscribeAsync(notifications, "desk", payload => heard.TrySetResult(payload));

        await NotifyAsync(database, "desk", "1");

        (await heard.Task.WaitAsync(Patience)).ShouldBe("1");
    }

    [Fact]
    public async Task After_a_broken_connection_it_listens_again_and_tells_of_the_gap()
    {
        await using var database = await TestDatabase.CreateAsync();
        var clock = new ManualTimeProvider();
        await using var notifications = Create(database, clock);
        var heard = new TaskCompletionSource<string>();
        var gaps = new SemaphoreSlim(0);
        using var subscription = notifications.Subscribe("desk", payload => heard.TrySetResult(payload), () => gaps.Release());
        (await gaps.WaitAsync(Patience)).ShouldBeTrue();

        await TerminateListenerAsync(database);
        await clock.WhenTimersAsync(1).WaitAsync(Patience);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await gaps.WaitAsync(Patience)).ShouldBeTrue();
        await NotifyAsync(database, "desk", "again");

        (await heard.Task.WaitAsync(Patience)).ShouldBe("again");
    }

    [Fact]
    public async Task A_name_that_is_no_channel_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var notifications = Create(database, TimeProvider.System);

        Should.Throw<ArgumentException>(() => notifications.Subscribe("desk; DROP TABLE x", _ => { }));
    }

    private static Postgres.Notifications Create(TestDatabase database, TimeProvider clock) =>
        new(database.Database.App, clock, NullLogger<Postgres.Notifications>.Instance);

    private static async Task<IDisposable> SubscribeAsync(Postgres.Notifications notifications, string channel, Action<string> onPayload)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var subscription = notifications.Subscribe(channel, onPayload, () => listening.TrySetResult());
        await listening.Task.WaitAsync(Patience);
        return subscription;
    }

    private static async Task NotifyAsync(TestDatabase database, string channel, string payload)
    {
        await using var connection = await database.Database.App.OpenConnectionAsync();
        await Postgres.Notifications.NotifyAsync(connection, channel, payload, CancellationToken.None);
    }

    private static async Task TerminateListenerAsync(TestDatabase database)
    {
        // The same role may end its own sessions.
        await using var app = await database.Database.App.OpenConnectionAsync();
        await app.ExecuteAsync(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
            """);
    }
}
