namespace AgentIQ.Bench.Rules.Synthetic;

/// <summary>What the rules say of a subject.</summary>
/// <param name="Level">The greatest level of the rows that apply, or -1.</param>
/// <param name="Minutes">The least minutes of the rows that apply, or -1.</param>
/// <param name="Rows">How many rows apply.</param>
internal readonly record struct Verdict(long Level, long Minutes, int Rows);
