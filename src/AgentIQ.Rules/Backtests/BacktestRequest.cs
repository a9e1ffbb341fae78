using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Backtests;

/// <summary>Asks what a draft would have decided differently.</summary>
/// <param name="Draft">The draft's document; its name says which set.</param>
/// <param name="From">Decisions from this moment on.</param>
/// <param name="To">Decisions before this moment.</param>
public sealed record BacktestRequest(RuleSetDocument Draft, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How many changed decisions are kept to be opened. Default 20; they are spread over the period.</summary>
    public int Samples { get; init; } = 20;
}
