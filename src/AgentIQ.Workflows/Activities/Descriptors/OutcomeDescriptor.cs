namespace AgentIQ.Workflows.Activities;

/// <summary>One outcome of an activity type.</summary>
/// <param name="Name">The port's name.</param>
/// <param name="DisplayName">What the designer shows.</param>
public sealed record OutcomeDescriptor(string Name, string DisplayName);

/// <summary>Outcomes that the engine itself knows.</summary>
public static class OutcomeNames
{
    /// <summary>The outcome of an activity that declares none.</summary>
    public const string Done = "Done";

    /// <summary>The outcome of an effect that failed for good.</summary>
    public const string Failed = "Failed";

    internal static readonly string[] JustDone = [Done];
}
