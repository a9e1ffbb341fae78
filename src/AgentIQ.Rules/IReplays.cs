using AgentIQ.Postgres;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Replays;

namespace AgentIQ.Rules;

/// <summary>Makes recorded decisions again: the same version of the set on the same facts.</summary>
public interface IReplays
{
    /// <summary>Makes one decision again.</summary>
    /// <param name="scope">The seller's transaction; nothing is written.</param>
    /// <param name="decision">The decision as the log keeps it.</param>
    /// <param name="ct">Cancels the statements.</param>
    Task<Replay> ReplayAsync(TenantScope scope, RecordedDecision decision, CancellationToken ct);
}
