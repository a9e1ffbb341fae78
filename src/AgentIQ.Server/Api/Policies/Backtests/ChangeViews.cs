namespace AgentIQ.Server.Api.Policies.Backtests;

/// <summary>From which value to which one output went, the most frequent first.</summary>
/// <param name="Output">The output's name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Shifts">Its pairs; those that stay the same are in it too.</param>
public sealed record OutputShiftsView(string Output, string Title, IReadOnlyList<ValueShiftView> Shifts);

/// <summary>How often one output went from one value to another.</summary>
/// <param name="From">The value before, in words.</param>
/// <param name="To">The value after, in words.</param>
/// <param name="Count">In how many decisions.</param>
/// <param name="Same">Whether it stayed the same.</param>
public sealed record ValueShiftView(string From, string To, long Count, bool Same);

/// <summary>A decision that would have been another one, to be opened.</summary>
/// <param name="DecisionId">The recorded decision.</param>
/// <param name="InteractionId">The interaction that it is about.</param>
/// <param name="At">When it was made.</param>
/// <param name="Subject">What the interaction is about, in one line; empty when it is gone.</param>
/// <param name="Before">What the version in force says.</param>
/// <param name="After">What the other one says.</param>
/// <param name="RowsBefore">The rows of the version in force that decide.</param>
/// <param name="RowsAfter">The rows of the other one that decide.</param>
public sealed record ChangedDecisionView(
    Guid DecisionId,
    Guid InteractionId,
    DateTimeOffset At,
    string Subject,
    IReadOnlyList<OutputValueView> Before,
    IReadOnlyList<OutputValueView> After,
    IReadOnlyList<string> RowsBefore,
    IReadOnlyList<string> RowsAfter);

/// <summary>What the difference would have meant, in one figure.</summary>
/// <param name="Code">What is counted, such as <c>first_response_missed</c>.</param>
/// <param name="Title">The same for people.</param>
/// <param name="Before">Under the version in force.</param>
/// <param name="After">Under the other one.</param>
public sealed record ConsequenceView(string Code, string Title, long Before, long After);
