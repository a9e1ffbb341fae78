namespace AgentIQ.Workflows.Execution;

/// <summary>A task that an activity asks the host to have done; its execution waits for the report.</summary>
/// <param name="Id">What the report names.</param>
/// <param name="Execution">Who waits.</param>
/// <param name="Name">What is to be done.</param>
/// <param name="Payload">What with; a plain value.</param>
internal sealed record RequestedTask(Guid Id, ActivityExecution Execution, string Name, object? Payload)
{
    /// <summary>Name of the stimulus that reports the task.</summary>
    public string Stimulus => StimulusOf(Id);

    public static string StimulusOf(Guid id) => $"RunTask:{id}";
}
