using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>What a save or a publication did.</summary>
/// <param name="WorkflowDefinition">The whole definition: the editor puts it in the place of its own.</param>
/// <param name="AlreadyPublished">Nothing had to be published.</param>
internal sealed record SavedAnswer(RawJson WorkflowDefinition, bool AlreadyPublished)
{
    /// <summary>Definitions that were changed because they use it: none, as each names the version that it uses.</summary>
    public int ConsumingWorkflowCount { get; }

    /// <summary>Always empty: what keeps a definition from being published is a refusal, because the designer shows only those.</summary>
    public IReadOnlyList<string> ValidationErrors { get; } = [];
}
