using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows;

/// <summary>A version of a definition that other definitions use as an activity.</summary>
/// <param name="Descriptor">What it looks like as an activity.</param>
/// <param name="IsPublished">Whether new uses mean it, so that the palette offers it; the others are there for those that use them already.</param>
public sealed record UsableWorkflow(ActivityDescriptor Descriptor, bool IsPublished);
