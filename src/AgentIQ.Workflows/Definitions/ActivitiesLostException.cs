namespace AgentIQ.Workflows.Definitions;

/// <summary>
/// A save was refused because activities are gone that connections still name: a page that lost them would empty the definition
/// (elsa-studio-contract 7, risk 2). Nothing was saved.
/// </summary>
public sealed class ActivitiesLostException : InvalidDefinitionException
{
    /// <summary>Names what is gone.</summary>
    /// <param name="activities">What people call the activities; their ids where they have no name. Empty: nothing is left of the canvas, and nothing was stored.</param>
    public ActivitiesLostException(IReadOnlyList<string> activities)
        : base("The text", [new Diagnostic(
            DiagnosticSeverity.Fatal,
            "root.activities",
            activities.Count == 0
                ? "is empty, but root.connections is not: the page seems to have lost its activities. Reload it; nothing was saved"
                : $"has connections of activities that are gone: {string.Join(", ", activities)}. The page seems to have lost its activities. Reload it; nothing was saved. To remove an activity, remove its connections too")])
    {
        Activities = activities;
    }

    /// <summary>What people call the activities that are gone.</summary>
    public IReadOnlyList<string> Activities { get; }
}
