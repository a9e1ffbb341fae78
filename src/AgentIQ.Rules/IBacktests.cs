using AgentIQ.Rules.Backtests;

namespace AgentIQ.Rules;

/// <summary>Runs a draft over recorded decisions beside the version in force, before anything is published.</summary>
public interface IBacktests
{
    /// <summary>Runs a back-test. It writes nothing and holds no lock.</summary>
    /// <param name="tenantId">The seller.</param>
    /// <param name="request">The draft and the period.</param>
    /// <param name="progress">Told about twice a second.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="Reading.RuleSetException">The draft cannot be read.</exception>
    Task<BacktestReport> RunAsync(Guid tenantId, BacktestRequest request, IProgress<BacktestProgress> progress, CancellationToken ct);
}
