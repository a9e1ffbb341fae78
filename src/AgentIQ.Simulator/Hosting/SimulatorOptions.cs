using System.Net;
using AgentIQ.Simulator.Wildberries;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentIQ.Simulator;

/// <summary>How one simulator is started. Every default suits a test: a free port, no files, the real clock, no HTTP control.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The simulator's name. It names the folder of its state and derives its token key, so a token stays valid in the next run of the same name. Default <c>default</c>.</summary>
    public string Name { get; init; } = "default";

    /// <summary>The address to listen on. Default loopback: the simulator is no public server.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port to listen on; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock of rate limits, token expiry, moderation and the feed. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Seed of everything random (ids, request ids, jitter of the feed), so that runs repeat. Default 20260819, the date of the protocol facts.</summary>
    public int Seed { get; init; } = 20260819;

    /// <summary>The folder under which the state is kept, in a sub-folder named <see cref="Name"/>. <see langword="null"/>, the default, keeps it in memory only.</summary>
    public string? StateFolder { get; init; }

    /// <summary>Whether the control surface answers under <c>/_simulator</c>. Default <see langword="false"/>. It hands out tokens: switch it on for demos and on loopback only.</summary>
    public bool HttpControl { get; init; }

    /// <summary>Where the log lines go, one per request and never with a token. Default: nowhere.</summary>
    public ILoggerFactory Logging { get; init; } = NullLoggerFactory.Instance;

    /// <summary>The behaviour of the simulated Wildberries.</summary>
    public WildberriesOptions Wildberries { get; init; } = new();
}
