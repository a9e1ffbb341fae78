using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Execution;

/// <summary>An open incident of an instance.</summary>
/// <param name="Id">Key of its row.</param>
/// <param name="Execution">The faulted execution's number.</param>
/// <param name="Node">The activity.</param>
/// <param name="Message">What went wrong, for people.</param>
/// <param name="Cause">The innermost exception's message where it differs.</param>
/// <param name="Details">Type and stack of the exception, for engineers.</param>
/// <param name="At">Business time.</param>
internal sealed record Incident(Guid Id, int Execution, Node Node, string Message, string? Cause, string? Details, DateTimeOffset At)
{
    /// <summary>The child whose fault it shows; null: an activity of this instance failed. It holds nothing up.</summary>
    public Guid? ChildInstanceId { get; init; }

    /// <summary>The instance ended in the burst that raised it: it is a record, and nobody has to act.</summary>
    public bool IsClosed { get; init; }
}
