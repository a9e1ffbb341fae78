using AgentIQ.Interactions;
using AgentIQ.Postgres;
using Microsoft.AspNetCore.SignalR;
using Npgsql;

namespace AgentIQ.Server.Live;

/// <summary>
/// Tells open pages what changed, whoever changed it: a burst in another process, a sync, a colleague. It polls the
/// sellers that have a page open; a notification from inside a burst would serialise the commits of all bursts.
/// </summary>
internal sealed class ChangeFeed(
    LivePages pages,
    Database database,
    InteractionQueries queries,
    IHubContext<DeskHub, IDeskClient> hub,
    TimeProvider time,
    ILogger<ChangeFeed> logger) : BackgroundService
{
    /// <summary>Well below a second, so that a colleague's work appears at once; one indexed query a seller.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Commits become visible later than the time they carry; a burst's transaction is far shorter than this.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Guid, Dictionary<Guid, InteractionRevision>> _seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var sellers = pages.Sellers;
            foreach (var gone in _seen.Keys.Except(sellers).ToList())
            {
                _seen.Remove(gone);
            }

            foreach (var seller in sellers)
            {
                try
                {
                    await LookAsync(seller, stoppingToken);
                }
                catch (NpgsqlException error)
                {
                    logger.LogWarning(error, "Live pages of seller {Seller} wait for PostgreSQL", seller);
                }
            }
        }
    }

    private async Task LookAsync(Guid seller, CancellationToken ct)
    {
        var since = time.GetUtcNow() - Overlap;
        var changes = await database.InTenantAsync(seller, scope => queries.ChangedSinceAsync(scope, since, ct), ct);
        var before = _seen.GetValueOrDefault(seller);
        _seen[seller] = changes.ToDictionary(change => change.Id);

        // A page that has just opened may be told what it has read itself: cheaper than to miss what came in between.
        var news = changes.Where(change => before?.GetValueOrDefault(change.Id) is not { } seen || seen.Revision < change.Revision).ToList();
        if (news.Count == 0)
        {
            return;
        }

        var clients = hub.Clients.Group(DeskHub.GroupOf(seller));
        foreach (var change in news)
        {
            await clients.InteractionChanged(new InteractionChange(change.Id, change.Revision));
        }

        await clients.CountsChanged();
    }
}
