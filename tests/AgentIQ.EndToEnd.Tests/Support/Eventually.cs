namespace AgentIQ.EndToEnd.Tests.Support;

/// <summary>Waits for something that another process or a worker does.</summary>
internal static class Eventually
{
    /// <summary>
    /// A broken product fails a test after this long; a working one never waits for it. Opening two designers takes 14 s on two quiet cores and
    /// was seen to take 60 s on busy ones.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Looks until <paramref name="look"/> finds something.</summary>
    public static async Task<T> FindAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            try
            {
                await timer.WaitForNextTickAsync(patience.Token);
            }
            catch (OperationCanceledException outOfPatience)
            {
                throw new TimeoutException($"Not within {Patience.TotalSeconds} s: {what}", outOfPatience);
            }
        }
    }

    /// <summary>Looks until <paramref name="look"/> is true.</summary>
    public static Task HoldsAsync(string what, Func<Task<bool>> look) =>
        FindAsync(what, async () => await look() ? "yes" : null);
}
