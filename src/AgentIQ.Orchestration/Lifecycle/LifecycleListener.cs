using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Workflows;

namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>Starts the lifecycle of what the inbox receives, and wakes it when something changed.</summary>
internal sealed class LifecycleListener(IWorkflows workflows) : IInteractionListener
{
    public Task CreatedAsync(TenantScope scope, Interaction interaction, CancellationToken cancellationToken) =>
        workflows.StartAsync(
            scope,
            new StartWorkflow(LifecycleDefinition.Id, InteractionCorrelation.Of(interaction.Id))
            {
                IdempotencyKey = $"lifecycle:{interaction.Id:D}",
                Sandbox = interaction.IsSandbox,
            },
            cancellationToken);

    public Task EditedAsync(TenantScope scope, Interaction interaction, CancellationToken cancellationToken) =>
        SignalAsync(scope, interaction, LifecycleStimuli.CustomerWrote, cancellationToken);

    public Task AnswerSeenAsync(TenantScope scope, Interaction interaction, InboundAnswer answer, CancellationToken cancellationToken) =>
        SignalAsync(scope, interaction, LifecycleStimuli.AnswerSeen, cancellationToken);

    private Task SignalAsync(TenantScope scope, Interaction interaction, string stimulus, CancellationToken cancellationToken) =>
        workflows.SignalAsync(scope, new Stimulus(stimulus, InteractionCorrelation.Of(interaction.Id)) { Sandbox = interaction.IsSandbox }, cancellationToken);
}
