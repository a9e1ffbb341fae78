using AgentIQ.Workflows.Studio.Instances;

namespace AgentIQ.Server.Sandbox;

/// <summary>There is no such sample, or not any more.</summary>
internal sealed class UnknownSampleException(string id)
    : DraftRunRefusedException($"There is no sample '{id}' to run with. Load the list of samples again and choose one.");
