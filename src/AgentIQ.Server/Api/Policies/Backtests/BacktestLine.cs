using System.Text.Json.Serialization;
using AgentIQ.Server.Api.Policies.Checks;

namespace AgentIQ.Server.Api.Policies.Backtests;

/// <summary>One line of the answer to a back-test: progress, then a report or a problem.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BacktestProgressLine), "progress")]
[JsonDerivedType(typeof(BacktestReportLine), "report")]
[JsonDerivedType(typeof(BacktestProblemLine), "problem")]
public abstract record BacktestLine;

/// <summary>How far it is.</summary>
/// <param name="Done">Decisions that were made again.</param>
/// <param name="Total">Decisions of the period.</param>
/// <param name="Changed">Decisions that differ so far.</param>
public sealed record BacktestProgressLine(long Done, long Total, long Changed) : BacktestLine;

/// <summary>What the text would have decided differently.</summary>
/// <param name="Against">The version in force that it was compared with.</param>
/// <param name="Decisions">How many decisions were made again.</param>
/// <param name="Changed">In how many the outputs differ.</param>
/// <param name="NotComparable">How many could not be made again.</param>
/// <param name="Outputs">For each output from which value to which.</param>
/// <param name="Samples">Changed decisions to open.</param>
/// <param name="Consequences">What it would have meant.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record BacktestReportLine(
    string Against,
    long Decisions,
    long Changed,
    long NotComparable,
    IReadOnlyList<OutputShiftsView> Outputs,
    IReadOnlyList<ChangedDecisionView> Samples,
    IReadOnlyList<ConsequenceView> Consequences,
    double Seconds) : BacktestLine;

/// <summary>Why there is no report.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Detail">What to do.</param>
/// <param name="Findings">What is wrong with the text, or null when it is not the text.</param>
public sealed record BacktestProblemLine(string Title, string Detail, IReadOnlyList<PolicyFindingView>? Findings) : BacktestLine;
