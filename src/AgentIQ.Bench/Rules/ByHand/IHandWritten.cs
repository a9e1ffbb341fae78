namespace AgentIQ.Bench.Rules.ByHand;

/// <summary>A shipped set as one would write it in C# who needs no rules as data: the ceiling of the engine.</summary>
/// <typeparam name="TFacts">What it knows about an interaction.</typeparam>
internal interface IHandWritten<TFacts>
    where TFacts : struct
{
    /// <summary>The set's name.</summary>
    static abstract string Set { get; }

    /// <summary>Takes what it needs.</summary>
    static abstract TFacts Read(RandomFacts facts);

    /// <summary>
    /// Decides. Each output stands at its place in the set, as the engine keeps numbers: an enum as its place, true as 1, a duration in ticks, a decimal in
    /// millionths; <see cref="RandomFacts.Unknown"/> for none, 0 for words.
    /// </summary>
    static abstract void Decide(in TFacts facts, Span<long> outputs);
}
