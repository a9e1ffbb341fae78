using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.InMemory;

/// <summary>Bursts of one <see cref="InMemoryWorkflows"/>.</summary>
internal sealed class InMemoryHost(InMemoryWorkflows workflows, IServiceProvider services, TimeProvider time, IIdSource ids) : BurstHost(time, ids)
{
    private const int StepsPerBurst = 10_000;

    public override IServiceProvider Services { get; } = services;

    /// <summary>A run that must stop is cut like a long burst, so that its state stays whole.</summary>
    public override int MaxSteps => workflows.MustStop ? 0 : StepsPerBurst;

    public override void LineWritten(string text) => workflows.AddLine(text);

    public override ValueTask<CompiledWorkflow?> FindPublishedAsync(string definitionId, CancellationToken ct) => ValueTask.FromResult(workflows.FindForChild(definitionId));

    public override ValueTask<Guid?> FindRivalAsync(CompiledWorkflow workflow, string? correlationId, bool inSandbox, CancellationToken ct) =>
        ValueTask.FromResult(workflows.FindRival(workflow, correlationId, inSandbox)?.Id);
}
