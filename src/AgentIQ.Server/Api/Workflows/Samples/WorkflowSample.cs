using AgentIQ.Interactions;

namespace AgentIQ.Server.Api.Workflows.Samples;

/// <summary>Something that a customer might have written, to try a workflow with.</summary>
/// <param name="Id">What a run names.</param>
/// <param name="Title">What to choose by, in the reader's language.</param>
/// <param name="Channel">The form in which the customer speaks.</param>
/// <param name="Rating">1..5 stars, or null.</param>
/// <param name="Text">What the customer wrote; may be empty.</param>
public sealed record WorkflowSample(string Id, string Title, Channel Channel, int? Rating, string Text);

/// <summary>A request to try a workflow.</summary>
/// <param name="SampleId">The sample to try it with; null: the first one.</param>
public sealed record StartWorkflowRunRequest(string? SampleId);

/// <summary>A trial run that has been started.</summary>
/// <param name="InstanceId">Its instance.</param>
public sealed record WorkflowRun(Guid InstanceId);
