namespace AgentIQ.Workflows.Studio.Catalogue.Lists;

/// <summary>A policy for effects that definitions name; the application's options hold them.</summary>
/// <param name="Id">The name that definitions store as <c>strategyId</c>.</param>
/// <param name="DisplayName">The same.</param>
internal sealed record ResilienceStrategy(string Id, string DisplayName)
{
    public static IReadOnlyList<ResilienceStrategy> Of(WorkflowOptions options) =>
        [.. options.ResilienceStrategies.Keys.Order(StringComparer.Ordinal).Select(name => new ResilienceStrategy(name, name))];
}
