using System.ComponentModel.DataAnnotations;
using AgentIQ.Simulator.Wildberries;
using AgentIQ.Simulator.Wildberries.Feeding;
using AgentIQ.Simulator.Wildberries.Tokens;

namespace AgentIQ.Simulator.Hosting;

/// <summary>What the program takes as <c>--name value</c> or as <c>AGENTIQ_SIMULATOR_NAME</c>.</summary>
internal sealed record StandaloneOptions
{
    /// <summary>Printed for <c>--help</c>.</summary>
    public const string Usage = """
        AgentIQ.Simulator: a Wildberries feedbacks API for trials, on this machine.

          --port 8090                 the port; 0 takes a free one
          --name default              names the state and derives the token key
          --state FOLDER              keeps answers and the feed's progress there (default: in memory)
          --seller "Дом и лад"        the demo seller
          --token personal            kind of the printed token: base, test, personal, service
          --file FILE                 feedbacks to feed (default: the shipped set)
          --load true                 all feedbacks of --file at once instead of a feed
          --asNew true                with --load: answers removed, dates moved to now
          --backlog 24                unanswered feedbacks at the start
          --interval 45               mean seconds between two arrivals
          --moderation 20             seconds until an answer is published or rejected
          --rateLimits true           false switches 429 off
          --control true              answers under /_simulator
        """;

    [Range(0, 65535)]
    public int Port { get; init; } = 8090;

    public string Name { get; init; } = "default";

    public string? State { get; init; }

    public string Seller { get; init; } = "Дом и лад";

    public WildberriesTokenKind Token { get; init; } = WildberriesTokenKind.Personal;

    public string? File { get; init; }

    public bool Load { get; init; }

    public bool AsNew { get; init; }

    [Range(0, 100_000)]
    public int Backlog { get; init; } = 24;

    [Range(0.1, 86_400)]
    public double Interval { get; init; } = 45;

    [Range(0, 86_400)]
    public double Moderation { get; init; } = 20;

    public bool RateLimits { get; init; } = true;

    public bool Control { get; init; } = true;

    public SimulatorOptions ToSimulator(ILoggerFactory logging) => new()
    {
        Name = Name,
        Port = Port,
        StateFolder = State,
        HttpControl = Control,
        Logging = logging,
        Wildberries = new WildberriesOptions
        {
            EnforceRateLimits = RateLimits,
            ModerationDelay = TimeSpan.FromSeconds(Moderation),
            Sandbox = Token == WildberriesTokenKind.Test,
        },
    };

    public FeedOptions ToFeed() => new() { File = File, InitialBacklog = Backlog, Interval = TimeSpan.FromSeconds(Interval) };
}
