namespace AgentIQ.Rules.Backtests;

/// <summary>
/// Knows what a difference between decisions of one set means to the business. A layer that knows registers one in the
/// container; a set without one has no consequences in its report.
/// </summary>
public interface IConsequences
{
    /// <summary>The set's name.</summary>
    string Set { get; }

    /// <summary>A counter for one run.</summary>
    IConsequenceCounter NewCounter();
}
