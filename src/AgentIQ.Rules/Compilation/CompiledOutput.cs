using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Compilation;

/// <summary>What a row says about one output, ready to be taken.</summary>
/// <param name="Slot">The output's place.</param>
/// <param name="Number">The value of a number, enum, set, moment or duration.</param>
/// <param name="Reference">The value of a string or a localized text.</param>
/// <param name="Merge">How it meets what other rows said; null: not at all.</param>
internal readonly record struct CompiledOutput(int Slot, long Number, object? Reference, Merge? Merge);
