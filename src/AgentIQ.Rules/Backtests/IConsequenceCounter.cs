using AgentIQ.Postgres;

namespace AgentIQ.Rules.Backtests;

/// <summary>Adds up consequences over one back-test. Several threads call it at once.</summary>
public interface IConsequenceCounter
{
    /// <summary>Takes some decisions.</summary>
    /// <param name="scope">A transaction of the seller for reading.</param>
    /// <param name="decisions">The decisions, changed or not.</param>
    /// <param name="ct">Cancels the statements.</param>
    Task AddAsync(TenantScope scope, IReadOnlyList<RemadeDecision> decisions, CancellationToken ct);

    /// <summary>The figures so far.</summary>
    IReadOnlyList<BacktestConsequence> Result();
}
