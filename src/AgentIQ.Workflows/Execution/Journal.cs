namespace AgentIQ.Workflows.Execution;

/// <summary>One entry of the journal.</summary>
/// <param name="Sequence">Counts up over the instance's life.</param>
/// <param name="Execution">Whose; for <see cref="JournalEvent.Started"/> its inputs are part of the record.</param>
/// <param name="Event">What happened.</param>
/// <param name="At">Business time.</param>
/// <param name="Outcomes">Of a completion.</param>
/// <param name="Outputs">Of a completion, in the order of the descriptor.</param>
/// <param name="Message">Of a fault: what went wrong. Of a retry and a skip: who asked for it.</param>
internal readonly record struct JournalEntry(
    int Sequence, ActivityExecution Execution, JournalEvent Event, DateTimeOffset At, string[]? Outcomes, object?[]? Outputs, string? Message);

/// <summary>What the journal records of an execution. The numbers are stored: new ones are added at the end.</summary>
internal enum JournalEvent
{
    Started,
    Suspended,
    Resumed,
    Completed,
    Faulted,
    Canceled,

    /// <summary>A person asked for a new attempt; what follows is a Started of another execution, or a Resumed of this one.</summary>
    Retried,

    /// <summary>A person asked to go on without it; a Completed follows.</summary>
    Skipped,

    /// <summary>The instance was moved to another version; recorded of its outermost activity.</summary>
    Moved,
}
