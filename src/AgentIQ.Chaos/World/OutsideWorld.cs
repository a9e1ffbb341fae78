using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;

namespace AgentIQ.Chaos.World;

/// <summary>
/// What effects happen to. It records every call and can be asked, but does nothing to help: a call that comes twice happens twice. It
/// also fails as the outside does: refuses, or does it and hangs up before it answers.
/// </summary>
internal sealed class OutsideWorld : IAsyncDisposable
{
    private const double Refuses = 0.05;
    private const double HangsUp = 0.05;

    private readonly ConcurrentDictionary<string, List<Call>> _calls = new();
    private readonly FreezeLog _freezes;
    private readonly Random _random;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _accepting;
    private Action<int>? _killCaller;

    public OutsideWorld(string socket, FreezeLog freezes, Random random)
    {
        Socket = socket;
        _freezes = freezes;
        _random = random;
        _listener.Bind(new UnixDomainSocketEndPoint(socket));
        _listener.Listen(100);
        _accepting = Task.Run(AcceptAsync);
    }

    public string Socket { get; }

    /// <summary>Every call that happened, by key.</summary>
    public IReadOnlyDictionary<string, List<Call>> Calls => _calls;

    /// <summary>Whether it fails now and then, as the outside does.</summary>
    public bool IsReliable { get; set; }

    /// <summary>The next that calls is killed after it has happened and before the answer.</summary>
    public Task<int> KillNextCallerAsync(Action<int> kill)
    {
        var killed = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _killCaller, process =>
        {
            kill(process);
            killed.TrySetResult(process);
        });
        return killed.Task;
    }

    /// <summary>Nobody is killed any more.</summary>
    public void Spare() => Interlocked.Exchange(ref _killCaller, null);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _ending.Dispose();
        File.Delete(Socket);
    }

    private async Task AcceptAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                var connection = await _listener.AcceptAsync(_ending.Token);
                _ = ServeAsync(connection);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The end, or one that went before it was accepted.
            }
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        try
        {
            await using var stream = new NetworkStream(connection, ownsSocket: true);
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { AutoFlush = true };
            if (await reader.ReadLineAsync(_ending.Token) is { } line)
            {
                await writer.WriteLineAsync(Answer(JsonSerializer.Deserialize<WorldRequest>(line)!));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Whoever asked is gone.
        }
    }

    /// <summary>Empty: no answer.</summary>
    private string Answer(WorldRequest request)
    {
        if (request.What == "ask")
        {
            return _calls.ContainsKey(request.Key) ? "yes" : "no";
        }

        var luck = Luck();
        if (luck < Refuses)
        {
            return string.Empty;
        }

        var calls = _calls.GetOrAdd(request.Key, _ => []);
        lock (calls)
        {
            calls.Add(new Call(request.Process, _freezes.WasFrozenSince(request.Process, request.DecidedAt - Stopwatch.Frequency)));
        }

        Interlocked.Exchange(ref _killCaller, null)?.Invoke(request.Process);
        return luck < Refuses + HangsUp ? string.Empty : "done";
    }

    private double Luck()
    {
        lock (_random)
        {
            var luck = _random.NextDouble();
            return IsReliable ? 1 : luck;
        }
    }
}

/// <summary>A call that happened.</summary>
/// <param name="Process">Who called.</param>
/// <param name="WasLate">
/// The caller was frozen between its decision and the call. No engine can call that back, and no asking helps: such a second call counts as excused.
/// </param>
internal sealed record Call(int Process, bool WasLate);
