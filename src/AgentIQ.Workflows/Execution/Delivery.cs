using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Execution;

/// <summary>What an execution was given when it faulted: a stimulus or an effect's result. A retry gives it again, so that nothing is lost.</summary>
internal sealed record Delivery(Stimulus? Stimulus, EffectResult? Result, int? Bookmark = null);
