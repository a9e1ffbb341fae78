using System.Runtime.InteropServices;

namespace AgentIQ.Rules.Backtests;

/// <summary>What a back-test reads of a recorded decision.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordedFactsRow(Guid Id, Guid SubjectId, DateTimeOffset At, byte[] Facts, DateTimeOffset? FactsAt);
