namespace AgentIQ.Workflows.Execution;

/// <summary>What an instance waits for.</summary>
/// <param name="Number">Unique in the instance, never reused.</param>
/// <param name="Execution">The execution that waits.</param>
/// <param name="Name">Name of the stimulus.</param>
/// <param name="Due">Business time that meets it; null: none.</param>
/// <param name="IsEvent">False when only the time can meet it.</param>
internal sealed record Bookmark(int Number, ActivityExecution Execution, string Name, DateTimeOffset? Due, bool IsEvent);
