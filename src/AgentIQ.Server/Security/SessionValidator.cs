using System.Collections.Concurrent;
using System.Security.Claims;
using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;

namespace AgentIQ.Server.Security;

/// <summary>
/// Ends a session when its person was disabled, got another role or another password. Asks the database at most
/// once in <see cref="Fresh"/> per person, so that is also how late it may be.
/// </summary>
internal sealed class SessionValidator(Database database, UserStore users, TimeProvider time)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<Guid, Known> _known = new();

    public async Task<bool> IsStillGoodAsync(ClaimsPrincipal? principal, CancellationToken ct)
    {
        if (CurrentUser.TryOf(principal) is not { } user || !Guid.TryParse(principal!.FindFirstValue(SessionClaims.Stamp), out var stamp))
        {
            return false;
        }

        var now = time.GetUtcNow();
        if (!_known.TryGetValue(user.UserId, out var seen) || now - seen.At >= Fresh)
        {
            var member = await database.InTenantAsync(user.SellerId, scope => users.FindActiveAsync(scope, user.UserId, ct), ct);
            seen = new Known(now, member?.Stamp, member?.Member.Role);
            Remember(user.UserId, seen);
        }

        return seen.Stamp == stamp && seen.Role == user.Role;
    }

    /// <summary>Makes the next request of a person ask the database.</summary>
    public void Forget(Guid userId) => _known.TryRemove(userId, out _);

    private void Remember(Guid userId, Known seen)
    {
        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        _known[userId] = seen;
    }

    private sealed record Known(DateTimeOffset At, Guid? Stamp, TeamRole? Role);
}
