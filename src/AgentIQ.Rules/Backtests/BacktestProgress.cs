using System.Runtime.InteropServices;

namespace AgentIQ.Rules.Backtests;

/// <summary>How far a back-test is.</summary>
/// <param name="Done">Decisions that were made again.</param>
/// <param name="Total">Decisions of the period.</param>
/// <param name="Changed">Decisions that differ so far.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BacktestProgress(long Done, long Total, long Changed);
