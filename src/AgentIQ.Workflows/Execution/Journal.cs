namespace AgentIQ.Workflows.Execution;

/// <summary>One entry of the journal.</summary>
/// <param name="Sequence">Counts up over the instance's life.</param>
/// <param name="Execution">Whose; for <see cref="JournalEvent.Started"/> its inputs are part of the record.</param>
/// <param name="Event">What happened.</param>
/// <param name="At">Business time.</param>
/// <param name="Outcomes">Of a completion.</param>
/// <param name="Outputs">Of a completion, in the order of the descriptor.</param>
/// <param name="Message">Of a fault.</param>
internal readonly record struct JournalEntry(
    int Sequence, ActivityExecution Execution, JournalEvent Event, DateTimeOffset At, string[]? Outcomes, object?[]? Outputs, string? Message);
