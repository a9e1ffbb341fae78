using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace AgentIQ.Chaos.World;

/// <summary>How workers reach the outside world: a line of JSON there, a line back, over a Unix socket.</summary>
internal sealed class WorldClient(string socket)
{
    /// <summary>Does it. Not idempotent: whoever calls twice does it twice.</summary>
    /// <param name="key">What.</param>
    /// <param name="decidedAt">When the caller decided to call, by <see cref="Stopwatch.GetTimestamp"/>, which is one for the machine.</param>
    /// <param name="ct">Cancels waiting for the answer.</param>
    /// <exception cref="IOException">No answer came. It may have happened or not.</exception>
    public Task<string> DoAsync(string key, long decidedAt, CancellationToken ct) => AskAsync(new WorldRequest("do", key, Environment.ProcessId, decidedAt), ct);

    /// <summary>Whether it has happened.</summary>
    public async Task<bool> HasHappenedAsync(string key, CancellationToken ct) =>
        await AskAsync(new WorldRequest("ask", key, Environment.ProcessId, Stopwatch.GetTimestamp()), ct) == "yes";

    private async Task<string> AskAsync(WorldRequest request, CancellationToken ct)
    {
        using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), ct);
            await using var stream = new NetworkStream(connection);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(request) + "\n"), ct);
            using var reader = new StreamReader(stream);
            return await reader.ReadLineAsync(ct) is { Length: > 0 } answer ? answer : throw new IOException("The outside world hung up without an answer.");
        }
        catch (SocketException e)
        {
            throw new IOException("The outside world cannot be reached.", e);
        }
    }
}

/// <summary>What a worker asks of the world.</summary>
/// <param name="What">do or ask.</param>
/// <param name="Key">The idempotency key.</param>
/// <param name="Process">Who asks.</param>
/// <param name="DecidedAt">When it decided to.</param>
internal sealed record WorldRequest(string What, string Key, int Process, long DecidedAt);
