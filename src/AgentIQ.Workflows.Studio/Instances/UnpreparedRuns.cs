using AgentIQ.Postgres;

namespace AgentIQ.Workflows.Studio.Instances;

/// <summary>Where the host has nothing to say: a run is about nothing.</summary>
internal sealed class UnpreparedRuns : IDraftRuns
{
    public Task<DraftRun> PrepareAsync(TenantScope scope, string definitionId, string? sampleId, string author, CancellationToken ct) =>
        Task.FromResult(new DraftRun(CorrelationId: null, Input: null));
}
