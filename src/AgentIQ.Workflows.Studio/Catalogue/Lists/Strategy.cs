namespace AgentIQ.Workflows.Studio.Catalogue.Lists;

/// <summary>One choice of a setting of a workflow.</summary>
/// <param name="TypeName">What the definition stores; opaque to the designer.</param>
/// <param name="DisplayName">What people read.</param>
/// <param name="Description">One sentence.</param>
internal sealed record Strategy(string TypeName, string DisplayName, string Description);

/// <summary>A moment at which state is saved. The engine commits each burst whole and reads none of them, so none is offered.</summary>
internal sealed record CommitStrategy(string Name, string DisplayName, string Description);
