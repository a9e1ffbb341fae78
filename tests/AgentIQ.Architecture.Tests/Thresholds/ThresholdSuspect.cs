namespace AgentIQ.Architecture.Tests.Thresholds;

/// <summary>A place of a source that looks like a business rule.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Code">What stands there.</param>
internal sealed record ThresholdSuspect(string Kind, int Line, string Code);
