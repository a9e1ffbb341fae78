using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Execution;

/// <summary>An activity that is to run next.</summary>
/// <param name="Node">The activity.</param>
/// <param name="Parent">The container that scheduled it; null: it is the root.</param>
/// <param name="Variables">What the container gives it, such as the value of a loop's pass; its own scope holds them.</param>
/// <param name="State">Of a container that faulted and is tried again.</param>
internal readonly record struct ScheduledWork(Node Node, ActivityExecution? Parent, List<Variable>? Variables = null, ContainerState? State = null);
