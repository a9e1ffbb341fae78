using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Postgres;

/// <summary>
/// Hears what other processes (and this one) tell through PostgreSQL's LISTEN/NOTIFY, over one connection that is
/// opened again when it breaks. A hint only: what is told while the connection is down is lost, so whoever
/// listens must also find out by asking, and is told when there was a gap.
/// </summary>
public sealed class Notifications : IAsyncDisposable
{
    /// <summary>PostgreSQL's limit for a payload, in bytes. Send ids, not documents.</summary>
    public const int LargestPayload = 7999;

    private static readonly TimeSpan ReconnectAfter = TimeSpan.FromSeconds(1);

    /// <summary>A dead peer sends nothing, so the connection is tried when it has been silent this long.</summary>
    private static readonly TimeSpan ProbeAfter = TimeSpan.FromSeconds(30);

    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _clock;
    private readonly ILogger<Notifications> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lazy<Task> _loop;
    private CancellationTokenSource _changed = new();
    private ImmutableList<NotificationSubscription> _subscriptions = [];

    /// <summary>Opens nothing until somebody subscribes.</summary>
    /// <param name="source">Any role's connections: <see cref="Database.App"/>.</param>
    /// <param name="clock">For the pause before a new connection.</param>
    /// <param name="logger">Told when the connection breaks and comes back.</param>
    public Notifications(NpgsqlDataSource source, TimeProvider clock, ILogger<Notifications> logger)
    {
        _source = source;
        _clock = clock;
        _logger = logger;
        _loop = new Lazy<Task>(() => Task.Run(ListenForeverAsync));
    }

    /// <summary>Tells everybody who listens on the channel, once the transaction of the connection commits (at once without one).</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="channel">A channel's name.</param>
    /// <param name="payload">At most <see cref="LargestPayload"/> bytes in UTF-8.</param>
    /// <param name="ct">Cancels the statement.</param>
    public static async Task NotifyAsync(NpgsqlConnection connection, string channel, string payload, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = channel });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = payload });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// Calls back for every payload on the channel, from one background task, so callbacks must be short and must not throw
    /// (an exception is logged). What is told from the call of <paramref name="onGap"/> on is heard.
    /// </summary>
    /// <param name="channel">Lower-case letters, digits and underscores.</param>
    /// <param name="onPayload">Receives the payload.</param>
    /// <param name="onGap">Called when listening begins, and after each break: something may have been missed before, so look now.</param>
    /// <returns>Dispose it to end the subscription.</returns>
    public IDisposable Subscribe(string channel, Action<string> onPayload, Action? onGap = null)
    {
        if (channel.Length is 0 or > 63 || !channel.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'))
        {
            throw new ArgumentException($"The channel '{channel}' should be 1 to 63 lower-case letters, digits and underscores.", nameof(channel));
        }

        var subscription = new NotificationSubscription(channel, onPayload, onGap, Remove);
        ImmutableInterlocked.Update(ref _subscriptions, list => list.Add(subscription));
        _ = _loop.Value;
        SignalChange();
        return subscription;
    }

    /// <summary>Stops listening and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_loop.IsValueCreated)
        {
            await _loop.Value;
        }

        _stopping.Dispose();
    }

    private void Remove(NotificationSubscription subscription)
    {
        ImmutableInterlocked.Update(ref _subscriptions, list => list.Remove(subscription));
        SignalChange();
    }

    private void SignalChange() => Volatile.Read(ref _changed).Cancel();

    private async Task ListenForeverAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(_stopping.Token);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is NpgsqlException or IOException or TimeoutException)
            {
                _logger.LogWarning(error, "Live hints from the database are interrupted; trying again in {Pause}", ReconnectAfter);
                await PauseAsync();
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        connection.Notification += (_, hint) => Deliver(hint.Channel, hint.Payload);
        ImmutableHashSet<string> listening = [];
        ImmutableHashSet<NotificationSubscription> told = [];
        while (true)
        {
            ResetChange();
            var subscriptions = Volatile.Read(ref _subscriptions);
            listening = await ListenToAsync(connection, subscriptions, listening, ct);
            foreach (var subscription in subscriptions.Where(subscription => !told.Contains(subscription)))
            {
                Call(() => subscription.OnGap?.Invoke());
            }

            told = [.. subscriptions];
            await WaitAsync(connection, ct);
        }
    }

    private static async Task<ImmutableHashSet<string>> ListenToAsync(
        NpgsqlConnection connection, ImmutableList<NotificationSubscription> subscriptions, ImmutableHashSet<string> listening, CancellationToken ct)
    {
        ImmutableHashSet<string> wanted = [.. subscriptions.Select(subscription => subscription.Channel)];
        var statements = wanted.Except(listening).Select(channel => $"LISTEN {channel}")
            .Concat(listening.Except(wanted).Select(channel => $"UNLISTEN {channel}"));
        var sql = string.Join("; ", statements);
        if (sql.Length > 0)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(ct);
        }

        return wanted;
    }

    /// <summary>Until a hint came, the subscriptions changed, or the connection was silent long enough to be tried.</summary>
    private async Task WaitAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(ct, Volatile.Read(ref _changed).Token);
        try
        {
            if (!await connection.WaitAsync(ProbeAfter, wake.Token))
            {
                await using var probe = new NpgsqlCommand("SELECT 1", connection);
                await probe.ExecuteNonQueryAsync(ct);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The subscriptions changed: the caller looks at them next.
            return;
        }
    }

    private void ResetChange()
    {
        if (_changed.IsCancellationRequested)
        {
            // Not disposed of: a subscriber may be about to cancel it, and without a timer there is nothing to free.
            Interlocked.Exchange(ref _changed, new CancellationTokenSource());
        }
    }

    private void Deliver(string channel, string payload)
    {
        foreach (var subscription in Volatile.Read(ref _subscriptions).Where(subscription => subscription.Channel == channel))
        {
            Call(() => subscription.OnPayload(payload));
        }
    }

    private void Call(Action callback)
    {
        try
        {
            callback();
        }
#pragma warning disable CA1031 // One subscriber's mistake must not silence the others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _logger.LogError(error, "A subscriber of the database's hints failed");
        }
    }

    private async Task PauseAsync()
    {
        try
        {
            await Task.Delay(ReconnectAfter, _clock, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the loop ends by its own condition.
            return;
        }
    }
}
