namespace AgentIQ.Workflows.Activities;

/// <summary>An activity class is declared wrongly; thrown when the process starts.</summary>
/// <param name="message">The class, what is wrong, and what was expected.</param>
public sealed class ActivityDeclarationException(string message) : Exception(message);
