using AgentIQ.Postgres;
using AgentIQ.Rules.Decisions;

namespace AgentIQ.Rules;

/// <summary>The append-only record of what was decided, why, and by which version.</summary>
public interface IDecisionLog
{
    /// <summary>
    /// Records a decision in the caller's transaction, with everything that it takes to make it again. Where the seller has a version of the
    /// set in shadow, that version is evaluated on the same facts and what it would have said is recorded beside.
    /// </summary>
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

    /// <summary>One decision, or null.</summary>
    Task<RecordedDecision?> FindAsync(TenantScope scope, Guid decisionId, CancellationToken ct);

    /// <summary>How many decisions each set has made since a moment, without trial runs. Sets that made none are missing.</summary>
    Task<IReadOnlyDictionary<string, long>> CountsAsync(TenantScope scope, DateTimeOffset since, CancellationToken ct);

    /// <summary>What the version in shadow has said differently so far, or null when the set has none in shadow.</summary>
    /// <param name="scope">The seller's transaction.</param>
    /// <param name="set">The set's name.</param>
    /// <param name="ct">Cancels the statements.</param>
    Task<ShadowReport?> ShadowAsync(TenantScope scope, string set, CancellationToken ct);
}
