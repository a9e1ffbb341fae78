using AgentIQ.Postgres;
using AgentIQ.Rules.Decisions;

namespace AgentIQ.Rules;

/// <summary>The append-only record of what was decided, why, and by which version.</summary>
public interface IDecisionLog
{
    /// <summary>Records a decision in the caller's transaction.</summary>
    /// <param name="scope">The seller's transaction.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="subjectId">What it is about: an interaction.</param>
    /// <param name="stage">Where it was made: <c>priority</c>, <c>sla</c>, <c>draft</c>, <c>reply-gate</c> ...</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Cancels the statement.</param>
    /// <returns>The decision's id.</returns>
    Task<Guid> AppendAsync(TenantScope scope, Decision decision, Guid subjectId, string stage, DateTimeOffset now, CancellationToken ct);

    /// <summary>The decisions about a subject, oldest first.</summary>
    Task<IReadOnlyList<RecordedDecision>> OfAsync(TenantScope scope, Guid subjectId, CancellationToken ct);
}
