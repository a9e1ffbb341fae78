namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>The shipped workflow that every interaction lives through, <c>workflows/interaction-lifecycle.json</c> or a seller's copy of it.</summary>
public static class LifecycleDefinition
{
    /// <summary>Its definition id. An interaction's workflow is the instance of this definition with the interaction as correlation.</summary>
    public const string Id = "interaction-lifecycle";
}
