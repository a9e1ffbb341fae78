namespace AgentIQ.Rules.Decisions;

/// <summary>A decision as the log keeps it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Stage">Where it was made.</param>
/// <param name="Set">The set's name.</param>
/// <param name="Version">The version that decided, such as <c>platform-3</c>.</param>
/// <param name="Hash">SHA-256 of that version's text.</param>
/// <param name="Rows">The rows that decided.</param>
/// <param name="Outputs">What was decided, as a JSON object.</param>
/// <param name="Unknown">Facts that were asked for and nobody knew.</param>
/// <param name="Facts">Everything that was known, as a JSON object; texts as hash and length.</param>
/// <param name="FactsAt">The moment that <c>within</c> measured from; null when there was none.</param>
/// <param name="Fault">What broke, or null.</param>
/// <param name="At">When.</param>
public sealed record RecordedDecision(
    Guid Id,
    Guid SubjectId,
    string Stage,
    string Set,
    string Version,
    string Hash,
    IReadOnlyList<RecordedRow> Rows,
    string Outputs,
    IReadOnlyList<string> Unknown,
    string Facts,
    DateTimeOffset? FactsAt,
    string? Fault,
    DateTimeOffset At);
