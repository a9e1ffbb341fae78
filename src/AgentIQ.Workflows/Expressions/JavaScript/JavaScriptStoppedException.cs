namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>A script used more than it may. No script can catch it.</summary>
/// <param name="message">Of what, and how much is allowed.</param>
internal sealed class JavaScriptStoppedException(string message) : Exception($"The JavaScript was stopped: {message}");
