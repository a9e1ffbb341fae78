namespace AgentIQ.Rules.Backtests;

/// <summary>A decision that the draft would have made differently, to be opened.</summary>
/// <param name="DecisionId">The recorded decision.</param>
/// <param name="SubjectId">What it is about: an interaction.</param>
/// <param name="At">When it was made.</param>
/// <param name="Before">What the active version says, as a JSON object of outputs.</param>
/// <param name="After">What the draft says.</param>
/// <param name="RowsBefore">The rows of the active version that decide.</param>
/// <param name="RowsAfter">The rows of the draft that decide.</param>
public sealed record BacktestSample(
    Guid DecisionId, Guid SubjectId, DateTimeOffset At, string Before, string After, IReadOnlyList<string> RowsBefore, IReadOnlyList<string> RowsAfter);
