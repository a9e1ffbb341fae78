namespace AgentIQ.Workflows.Studio.Catalogue.Lists;

/// <summary>A part of the server that the designer shows more for.</summary>
internal sealed record Feature(string Name, string Namespace, string FullName, string DisplayName, string Description);

/// <summary>What is installed beyond what every designer needs (elsa-studio-contract 2.1).</summary>
internal static class Features
{
    private static readonly Feature RealTimeUpdates =
        new("RealTimeWorkflowUpdates", "Elsa", "Elsa.RealTimeWorkflowUpdates", "Real time workflow updates", "Open viewers hear of changes over SignalR.");

    /// <summary>Nothing by default: the designer asks more, and shows buttons of more, for each feature.</summary>
    public static IReadOnlyList<Feature> Of(StudioOptions options) => options.RealTimeUpdates ? [RealTimeUpdates] : [];
}
