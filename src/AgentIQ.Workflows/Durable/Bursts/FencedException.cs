using AgentIQ.Workflows.Durable.Queue;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>The work belongs to another owner by now, so nothing of this burst may be written.</summary>
internal sealed class FencedException(WorkItem item) : Exception($"The lease on {item.Kind} {item.Id} has passed to another owner; this burst is dropped.");
