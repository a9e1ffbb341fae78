namespace AgentIQ.Rules.Tables;

/// <summary>What a row says about one output.</summary>
/// <param name="Slot">The output's place.</param>
/// <param name="Number">The value of a number, enum, set, moment or duration.</param>
/// <param name="Reference">The value of a string or a localized text.</param>
public sealed record OutputValue(int Slot, long Number, object? Reference);
