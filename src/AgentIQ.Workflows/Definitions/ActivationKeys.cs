namespace AgentIQ.Workflows.Definitions;

/// <summary>
/// What an instance must be alone for, as a text that two instances share exactly when their own strategies exclude each other.
/// <see cref="Durable.WorkflowClient"/> forms the same texts in SQL.
/// </summary>
internal static class ActivationKeys
{
    private const string CorrelationPrefix = "correlation:";

    /// <summary>Null: it need not be alone.</summary>
    public static string? ActivationKey(this CompiledWorkflow workflow, string? correlationId) => workflow.Activation switch
    {
        ActivationStrategy.Singleton => workflow.DefinitionId,
        ActivationStrategy.CorrelatedSingleton => $"{workflow.DefinitionId}:{correlationId}",
        ActivationStrategy.Correlation => correlationId is null ? null : CorrelationPrefix + correlationId,
        _ => null,
    };

    /// <summary>Which strategy a key stands for.</summary>
    public static ActivationStrategy StrategyOf(string key, string definitionId) => key switch
    {
        _ when key == definitionId => ActivationStrategy.Singleton,
        _ when key.StartsWith(definitionId + ":", StringComparison.Ordinal) => ActivationStrategy.CorrelatedSingleton,
        _ => ActivationStrategy.Correlation,
    };
}
