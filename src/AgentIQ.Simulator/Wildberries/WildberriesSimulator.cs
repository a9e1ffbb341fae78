using System.Security.Cryptography;
using System.Text;
using AgentIQ.Simulator.Persistence;
using AgentIQ.Simulator.Wildberries.Faults;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Simulator.Wildberries.Gateway;
using AgentIQ.Simulator.Wildberries.RateLimits;
using AgentIQ.Simulator.Wildberries.Tokens;

namespace AgentIQ.Simulator.Wildberries;

/// <summary>The control of the simulated Wildberries, for tests and for the demo. Safe for concurrent use.</summary>
public sealed class WildberriesSimulator
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, WildberriesSeller> _sellers = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly ShelfContext _context;
    private readonly string _simulatorName;

    internal WildberriesSimulator(SimulatorOptions options, IStateJournal journal)
    {
        _simulatorName = options.Name;
        Options = options.Wildberries;
        Time = options.Time;
        Logger = options.Logging.CreateLogger("AgentIQ.Simulator.Wildberries");
        Random = new SimulatorRandom(options.Seed);
        Tokens = new WildberriesTokens(options.Name, options.Time, Random);
        Limiter = new RateLimiter(options.Time);
        _context = new ShelfContext(Options, Time, options.Seed, Random, journal);
        foreach (var kept in journal.Kept)
        {
            _sellers[kept.Seller.Sid] = new WildberriesSeller(this, new FeedbackShelf(_context, kept), kept.Seller);
        }
    }

    /// <summary>The options that it was started with.</summary>
    public WildberriesOptions Options { get; }

    /// <summary>Issues tokens, also for sellers that do not exist and times that have passed.</summary>
    public WildberriesTokens Tokens { get; }

    /// <summary>The faults in force.</summary>
    public FaultBoard Faults { get; } = new();

    /// <summary>The last 2000 requests in the order of their arrival, those under way too.</summary>
    public IReadOnlyList<SimulatedRequest> Requests => Log.All();

    /// <summary>All sellers.</summary>
    public IReadOnlyList<WildberriesSeller> Sellers
    {
        get
        {
            lock (_gate)
            {
                return [.. _sellers.Values];
            }
        }
    }

    /// <summary>How long answers that are sent from now on stay under moderation.</summary>
    public TimeSpan ModerationDelay
    {
        get => _context.ModerationDelay;
        set => _context.ModerationDelay = value;
    }

    internal TimeProvider Time { get; }

    internal ILogger Logger { get; }

    internal SimulatorRandom Random { get; }

    internal RateLimiter Limiter { get; }

    internal RequestGates Gates { get; } = new();

    internal RequestLog Log { get; } = new();

    internal CancellationToken Stopping => _stopping.Token;

    /// <summary>A seller's account. The same name in the same simulator is the same account, in a later run too.</summary>
    /// <param name="name">The seller's name.</param>
    /// <param name="tradeMark">The trade mark; <see langword="null"/> takes the name.</param>
    public WildberriesSeller AddSeller(string name, string? tradeMark = null)
    {
        var sid = SidOf(name);
        lock (_gate)
        {
            if (!_sellers.TryGetValue(sid, out var seller))
            {
                var line = new SellerLine(sid, name, tradeMark ?? name);
                _context.Journal.Append(line);
                _sellers[sid] = seller = new WildberriesSeller(this, new FeedbackShelf(_context, new KeptSeller(line, [], [], null)), line);
            }

            return seller;
        }
    }

    /// <summary>The seller of an id, or <see langword="null"/>.</summary>
    public WildberriesSeller? FindSeller(Guid sid)
    {
        lock (_gate)
        {
            return _sellers.GetValueOrDefault(sid);
        }
    }

    /// <summary>Lets every answer through moderation that still waits.</summary>
    public void FinishModeration()
    {
        foreach (var seller in Sellers)
        {
            seller.Shelf.FinishModeration();
        }
    }

    /// <summary>Fills all rate limit buckets again.</summary>
    public void ResetRateLimits() => Limiter.Reset();

    /// <summary>Waits for the next request of a path and, if wanted, holds it.</summary>
    /// <param name="method">The method, or <see langword="null"/> for any.</param>
    /// <param name="path">The path; a star at the end stands for any rest.</param>
    /// <param name="moment">At which moment.</param>
    /// <param name="hold">Whether it is held until the gate is released. A held request whose client gives up is dropped at <see cref="RequestMoment.Arrived"/>.</param>
    public RequestGate OnRequest(string? method, string path, RequestMoment moment = RequestMoment.Arrived, bool hold = true) =>
        Gates.Add(new RequestGate(method, path, moment, hold));

    internal void Stop() => _stopping.Cancel();

    /// <summary>UUID version 4 in form, derived from the names, so that a token of an earlier run still finds its seller.</summary>
    private Guid SidOf(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(_simulatorName + "\n" + name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
