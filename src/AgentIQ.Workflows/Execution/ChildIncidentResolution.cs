namespace AgentIQ.Workflows.Execution;

/// <summary>A parent's incident that a child's burst resolves, because the child's own was resolved.</summary>
internal readonly record struct ChildIncidentResolution(Guid ParentInstanceId, Guid IncidentId);
