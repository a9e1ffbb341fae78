namespace AgentIQ.Workflows;

/// <summary>One entry of the journal.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="Execution">Number of the activity's execution.</param>
/// <param name="ActivityId">The activity.</param>
/// <param name="NodeId">The ids from the root to it.</param>
/// <param name="Event">Started, Suspended, Resumed, Completed, Faulted, Canceled, Retried or Skipped.</param>
/// <param name="At">Business time.</param>
/// <param name="Outcomes">Of a completion.</param>
/// <param name="Message">Of a fault what went wrong, of a retry and a skip who asked for it.</param>
public sealed record JournalRecord(
    int Sequence, int Execution, string ActivityId, string NodeId, string Event, DateTimeOffset At, IReadOnlyList<string>? Outcomes, string? Message);
