using AgentIQ.Postgres;

namespace AgentIQ.Workflows.Studio.Instances;

/// <summary>
/// Prepares what a trial run of a definition is about, before the designer's Run starts it as a sandbox run
/// (<see cref="StartWorkflow.Sandbox"/>). The host implements it; without one a run is about nothing and has no input.
/// </summary>
public interface IDraftRuns
{
    /// <summary>Prepares one run. What it writes is committed together with the request to start the instance.</summary>
    /// <param name="scope">The tenant and the transaction.</param>
    /// <param name="definitionId">What will be run: its latest version.</param>
    /// <param name="sampleId">The sample that the person chose; null: the host's first choice.</param>
    /// <param name="author">Who runs it.</param>
    /// <param name="ct">Cancels it.</param>
    /// <exception cref="DraftRunRefusedException">It cannot be run; the message says why and what to do.</exception>
    Task<DraftRun> PrepareAsync(TenantScope scope, string definitionId, string? sampleId, string author, CancellationToken ct);
}

/// <summary>What a trial run is about.</summary>
/// <param name="CorrelationId">For <see cref="StartWorkflow.CorrelationId"/>; null: none.</param>
/// <param name="Input">For <see cref="StartWorkflow.Input"/>; null: none.</param>
public sealed record DraftRun(string? CorrelationId, IReadOnlyDictionary<string, object?>? Input);

/// <summary>A trial run cannot be prepared.</summary>
public class DraftRunRefusedException(string message) : Exception(message);
