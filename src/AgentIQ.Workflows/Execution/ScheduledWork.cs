using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Execution;

/// <summary>An activity that is to run next. A retry brings the state of the container that faulted.</summary>
internal readonly record struct ScheduledWork(Node Node, ActivityExecution? Parent, ActivityExecution? Retried = null);
