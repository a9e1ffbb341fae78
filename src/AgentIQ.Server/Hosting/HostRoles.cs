namespace AgentIQ.Server.Hosting;

/// <summary>What a process does; more machines are more copies with other roles.</summary>
[Flags]
internal enum HostRoles
{
    /// <summary>Nothing but health and metrics: for commands that need the services. Not a valid choice of <c>--roles</c>.</summary>
    None = 0,

    /// <summary>Serves the API, the pages and live updates. Without it only health and metrics answer.</summary>
    Web = 1,

    /// <summary>Runs workflows: bursts, timers and effects.</summary>
    Worker = 2,

    /// <summary>Fetches from the marketplaces.</summary>
    Sync = 4,

    /// <summary>All of them; the default.</summary>
    All = Web | Worker | Sync,
}
