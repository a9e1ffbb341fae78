using AgentIQ.Ingestion;
using AgentIQ.Orchestration.Lifecycle;

namespace AgentIQ.Server.Hosting;

/// <summary>What a host is asked to be. Commands and tests make one each and share everything else.</summary>
internal sealed record ServerOptions
{
    /// <summary>Where a person finds the desk when nothing else is said.</summary>
    public const string DefaultUrl = "http://127.0.0.1:8420";

    /// <summary>The folder of everything that this installation keeps on the disk. Default <c>.agentiq</c> below the current folder.</summary>
    public string DataFolder { get; init; } = ".agentiq";

    /// <summary>A connection string of PostgreSQL 15 or newer; null starts our own PostgreSQL in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>What this process does. Default everything.</summary>
    public HostRoles Roles { get; init; } = HostRoles.All;

    /// <summary>Where Kestrel listens; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>The folder of the console's built files; null looks beside the program and in the checkout.</summary>
    public string? ConsoleFolder { get; init; }

    /// <summary>Whether to start the simulator and make the demo company. Default false.</summary>
    public bool Demo { get; init; }

    /// <summary>Whether HTTP endpoints of workflows that ask for no signed-in person may be called by anybody. Default false.</summary>
    public bool PublicWorkflows { get; init; }

    /// <summary>How the marketplaces are reached; the demo puts its simulator in their place.</summary>
    public IngestionOptions Ingestion { get; init; } = new();

    /// <summary>How patient the lifecycle of an interaction is.</summary>
    public LifecycleOptions Lifecycle { get; init; } = new();

    /// <summary>The clock of everything but logs. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where log lines go. Default nowhere.</summary>
    public Serilog.ILogger Logger { get; init; } = Serilog.Core.Logger.None;

    /// <summary>Told how the start goes. Default nobody.</summary>
    public StartProgress Progress { get; init; } = StartProgress.Silent;

    /// <summary>A last word on the services; for tests.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>More endpoints; for tests.</summary>
    public Action<IEndpointRouteBuilder>? Endpoints { get; init; }
}
