using System.Net.Sockets;
using Npgsql;

namespace AgentIQ.Chaos.Load;

/// <summary>Asks again while PostgreSQL is away, as a client does that was not told whether its request was accepted.</summary>
internal static class Insistence
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception e) when (IsAway(e))
            {
                await Task.Delay(Pause, ct);
            }
        }
    }

    public static bool IsAway(Exception e) => e is NpgsqlException or TimeoutException or SocketException or IOException
        || (e is InvalidOperationException && e.InnerException is not null && IsAway(e.InnerException));
}
