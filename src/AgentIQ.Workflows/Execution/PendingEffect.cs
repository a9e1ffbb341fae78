using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Execution;

/// <summary>An effect whose result an execution waits for.</summary>
internal sealed record PendingEffect(Guid Id, ActivityExecution Execution, EffectIntent? Intent);
