namespace AgentIQ.Workflows.Studio.Catalogue.Lists;

/// <summary>The two lists that Elsa answers without a count: storage drivers and variable types.</summary>
/// <param name="Items">All of them.</param>
internal sealed record BareList<T>(IReadOnlyList<T> Items);
