namespace AgentIQ.Workflows.Studio;

/// <summary>How the designer is served.</summary>
public sealed class StudioOptions
{
    /// <summary>
    /// Whether open viewers are told of changes over SignalR. Default false: they ask every five seconds, which needs no connection and survives
    /// every proxy. When true, the feature <c>Elsa.RealTimeWorkflowUpdates</c> is listed and viewers connect to the hub.
    /// </summary>
    public bool RealTimeUpdates { get; set; }

    /// <summary>
    /// Folder of the npm package <c>@elsa-workflows/elsa-studio-wasm</c>. Null: it is looked for beside the program and in <c>node_modules</c>
    /// above it. Default null.
    /// </summary>
    public string? PackageFolder { get; set; }

    /// <summary>
    /// The host's page for people without a session, as a path of this application; it gets the page to return to as <c>?back=</c>. Default <c>/sign-in</c>.
    /// </summary>
    public string SignInPath { get; set; } = "/sign-in";

    /// <summary>
    /// Where the host shows the designer's screens: the list of definitions itself, and below it <c>/definitions/{id}</c>, <c>/instances</c> and
    /// <c>/instances/{id}</c>. Links that are written into the designer are led there. Default <c>/workflows</c>.
    /// </summary>
    public string WorkflowsPath { get; set; } = "/workflows";
}
