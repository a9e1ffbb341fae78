using System.Collections.Concurrent;

namespace AgentIQ.Server.Security;

/// <summary>
/// Limits failed sign-ins per account and per address within <see cref="Window"/>. An attempt is counted before the
/// password is checked, so parallel guesses do not slip through, and given back when it succeeds.
/// The counters live in this process: with N copies an attacker has N times the attempts.
/// </summary>
internal sealed class SignInThrottle(TimeProvider time)
{
    public const int AttemptsPerAccount = 10;

    /// <summary>Higher than for an account: an office shares one address.</summary>
    public const int AttemptsPerAddress = 50;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<string, Attempts> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts an attempt.</summary>
    /// <returns>Null when it may go on, else how long to wait.</returns>
    public TimeSpan? Begin(string account, string address)
    {
        Prune();
        var now = time.GetUtcNow();
        var wait = Count(AccountKey(account), AttemptsPerAccount, now);
        return wait ?? Count(AddressKey(address), AttemptsPerAddress, now);
    }

    /// <summary>Takes back what <see cref="Begin"/> counted: the password was right.</summary>
    public void Succeeded(string account, string address)
    {
        _seen.TryRemove(AccountKey(account), out _);
        if (_seen.TryGetValue(AddressKey(address), out var attempts))
        {
            lock (attempts)
            {
                attempts.Used = Math.Max(0, attempts.Used - 1);
            }
        }
    }

    private static string AccountKey(string account) => "account " + account.Trim();

    private static string AddressKey(string address) => "address " + address;

    private TimeSpan? Count(string key, int most, DateTimeOffset now)
    {
        var attempts = _seen.GetOrAdd(key, _ => new Attempts { Until = now + Window });
        lock (attempts)
        {
            if (attempts.Until <= now)
            {
                attempts.Used = 0;
                attempts.Until = now + Window;
            }

            if (attempts.Used >= most)
            {
                return attempts.Until - now;
            }

            attempts.Used++;
            return null;
        }
    }

    private void Prune()
    {
        if (_seen.Count < MostRemembered)
        {
            return;
        }

        var now = time.GetUtcNow();
        foreach (var (key, attempts) in _seen)
        {
            if (attempts.Until <= now)
            {
                _seen.TryRemove(key, out _);
            }
        }
    }

    private sealed class Attempts
    {
        public int Used { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
